package localorg.runtime.auth;

import localorg.linking.ApexType;
import localorg.runtime.system.HttpCalloutMock;
import localorg.runtime.system.Test;
import localorg.runtime.system.Type;

/** Apex Reference, Auth.HttpCalloutMockUtil. */
public class HttpCalloutMockUtil {

    public static void setHttpMock(HttpCalloutMock mock) {
        Test.setMock(new Type(ApexType.ofInternalName("system/HttpCalloutMock")), mock);
    }
}
