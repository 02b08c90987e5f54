package localorg.compiler;

import apex.jorje.semantic.ast.modifier.ModifierGroups;
import apex.jorje.semantic.ast.visitor.reference.ExternalDependency;
import apex.jorje.semantic.ast.visitor.reference.UntypedExternalDependency.DependencyType;
import apex.jorje.semantic.bcl.ExceptionMethods;
import apex.jorje.semantic.common.EmptySymbolProvider;
import apex.jorje.semantic.common.TestStandardTypeInfos;
import apex.jorje.semantic.common.TestSymbolProvider;
import apex.jorje.semantic.compiler.Namespace;
import apex.jorje.semantic.compiler.Namespaces;
import apex.jorje.semantic.compiler.SourceFile;
import apex.jorje.semantic.compiler.sfdc.SymbolProvider;
import apex.jorje.semantic.symbol.resolver.SymbolResolver;
import apex.jorje.semantic.symbol.type.StandardTypeInfoImpl;
import apex.jorje.semantic.symbol.type.TypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfos;
import apex.jorje.services.Version;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import localorg.metadata.OrgMetadata;

/** Tells the Apex compiler what the platform and the project contain: platform classes, objects, labels. */
final class PlatformSymbols implements SymbolProvider {

    private final SymbolProvider empty = EmptySymbolProvider.get();
    private final StubLibrary stubs;
    private final OrgMetadata metadata;
    private final ObjectTypes objects;
    private final Map<String, TypeInfo> cache = new HashMap<>();

    PlatformSymbols(StubLibrary stubs, OrgMetadata metadata) {
        this.stubs = stubs;
        this.metadata = metadata;
        this.objects = new ObjectTypes(metadata, this);
        // types that the compiler builds itself and that a stub of ours would only contradict
        cache.put("system.iterator", TestStandardTypeInfos.ITERATOR);
        cache.put("system.iterable", TestStandardTypeInfos.ITERABLE);
        cache.put("system.comparator", TestStandardTypeInfos.COMPARATOR);
    }

    @Override
    public TypeInfo find(SymbolResolver resolver, TypeInfo referencing, String name) {
        // names arrive as system/HttpRequest, Auth.UserData, com/salesforce/api/… or Outer$Inner
        String key = name
            .toLowerCase(Locale.ROOT)
            .replace('/', '.')
            .replace('$', '.')
            .replaceFirst("^com\\.salesforce\\.api\\.", "");
        if (cache.containsKey(key)) {
            return cache.get(key);
        }
        if (key.equals("system.apexbaseexception")) {
            return remember(key, exception("System/ApexBaseException", "System.ApexBaseException"));
        }
        if (key.equals("system.apexbaseclass")) {
            return new TestSymbolProvider().find(resolver, referencing, "system/apexbaseclass");
        }
        StubLibrary.Stub stub = stubs.find(key);
        if (stub != null) {
            return remember(key, stubType(resolver, key, stub));
        }
        String last = key.substring(key.lastIndexOf('.') + 1);
        // Imitates: a bare name is a class, of the System namespace too, before it is an object — Apex Developer Guide, Type Resolution and System Namespace for Types [L]
        boolean objectName = key.startsWith("schema.") || key.startsWith("sobject.");
        return objectName ? objects.find(resolver, last) : null;
    }

    private TypeInfo stubType(SymbolResolver resolver, String key, StubLibrary.Stub stub) {
        if (key.endsWith("exception")) {
            return exception("com/salesforce/api/exception/" + stub.name(), stub.namespace() + "." + stub.name());
        }
        cache.put(key, null); // breaks cycles while the stub itself is being resolved
        String self = "(?i)extends\\s+" + stub.namespace() + "\\." + stub.name() + "\\b"; // some stubs extend themselves
        SourceFile file = SourceFile.builder()
            .setBody(stub.body().replaceAll(self, ""))
            .setNamespace(Namespaces.parse(stub.namespace()))
            .setTrusted(true)
            .setVersion(Version.CURRENT)
            .setKnownName(stub.namespace() + "." + stub.name())
            .build();
        TypeInfo type = resolver.getCompilerService().attachSource(resolver, file, stub.name());
        cache.put(key, type);
        if (key.equals("system.roundingmode")) {
            BuiltInMethods.addRounding(type);
        }
        if (key.equals("schema.sobjectfield")) {
            BuiltInMethods.addFieldTokens(TypeInfos.SOBJECT, type);
        }
        if (key.equals("system.database")) {
            new DatabaseMethods(name -> find(resolver, type, name)).addTo(type);
        }
        if (key.equals("schema.sobjecttype")) {
            new DescribeTokens(metadata, name -> find(resolver, type, name)).addTo(type);
        }
        return type;
    }

    private TypeInfo remember(String key, TypeInfo type) {
        cache.put(key, type);
        return type;
    }

    private static TypeInfo exception(String bytecodeName, String apexName) {
        StandardTypeInfoImpl.Builder builder = StandardTypeInfoImpl.builder();
        builder.setBytecodeName(bytecodeName);
        builder.setApexName(apexName);
        builder.setParents(TypeInfos.EXCEPTION);
        builder.setModifiers(ModifierGroups.GLOBAL_VIRTUAL);
        builder.setMethods(ExceptionMethods.methodsWithConstructors());
        return builder.buildResolved();
    }

    @Override
    public TypeInfo getSObjectType(TypeInfo referencing, String name) {
        return objects.find(null, name);
    }

    @Override
    public TypeInfo getAggregateResultType(TypeInfo referencing) {
        return new TestSymbolProvider().getAggregateResultType(referencing);
    }

    @Override
    public boolean hasLabelField(TypeInfo referencing, Namespace namespace, String name) {
        return metadata.labels().text(name) != null;
    }

    // The project has no Visualforce, Flow or quick action that Apex refers to: the compiler's empty answers stand for
    // those.

    @Override
    public ExternalDependency findMetadataDependency(
        SymbolResolver resolver,
        TypeInfo type,
        DependencyType kind,
        String name
    ) {
        return empty.findMetadataDependency(resolver, type, kind, name);
    }

    @Override
    public TypeInfo getVfComponentType(SymbolResolver resolver, TypeInfo type, Namespace namespace, String name) {
        return empty.getVfComponentType(resolver, type, namespace, name);
    }

    @Override
    public TypeInfo getFlowInterviewType(SymbolResolver resolver, TypeInfo type, Namespace namespace, String name) {
        return empty.getFlowInterviewType(resolver, type, namespace, name);
    }

    @Override
    public String getPageReference(TypeInfo type, String name) {
        return empty.getPageReference(type, name);
    }

    @Override
    public String getQuickAction(TypeInfo type, String object, String name) {
        return empty.getQuickAction(type, object, name);
    }

    @Override
    public boolean isDynamicTypeNamespace(String namespace) {
        return empty.isDynamicTypeNamespace(namespace);
    }

    @Override
    public boolean isDynamicTypeNamespace(String namespace, String name) {
        return empty.isDynamicTypeNamespace(namespace, name);
    }
}
