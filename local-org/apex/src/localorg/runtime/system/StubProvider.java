package localorg.runtime.system;

import localorg.runtime.lang.ApexList;

/** Apex Reference, StubProvider Interface. */
public interface StubProvider {
    Object handleMethodCall(
        Object stubbedObject,
        String stubbedMethodName,
        Type returnType,
        ApexList listOfParamTypes,
        ApexList listOfParamNames,
        ApexList listOfArgs
    );
}
