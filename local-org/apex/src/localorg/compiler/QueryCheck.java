package localorg.compiler;

import apex.jorje.semantic.ast.expression.SoqlExpression;
import apex.jorje.semantic.ast.expression.SoslExpression;
import apex.jorje.semantic.ast.visitor.ValidationScope;
import apex.jorje.semantic.common.TestQueryValidators;
import apex.jorje.semantic.symbol.resolver.SymbolResolver;
import localorg.data.SoqlChecker;
import localorg.metadata.OrgMetadata;

/** Checks objects and fields of embedded queries; the compiler leaves those to the org. */
final class QueryCheck extends TestQueryValidators.Noop {

    private final SoqlChecker checker;

    QueryCheck(OrgMetadata metadata) {
        this.checker = new SoqlChecker(metadata);
    }

    /** Returns the query text to emit; errors go to the scope. */
    @Override
    public String validateSoql(SymbolResolver resolver, ValidationScope scope, SoqlExpression soql) {
        for (String error : checker.check(soql.getCanonicalQuery())) {
            scope.getErrors().markInvalid(soql, error);
        }
        return soql.getCanonicalQuery();
    }

    @Override
    public String validateSosl(SymbolResolver resolver, ValidationScope scope, SoslExpression sosl) {
        scope.getErrors().markInvalid(sosl, "local-org does not imitate SOSL");
        return sosl.getCanonicalQuery();
    }
}
