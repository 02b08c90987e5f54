package localorg.runtime.system;

import localorg.runtime.lang.ApexMap;

/** Apex Reference, Callable Interface. */
public interface Callable {
    Object call(String action, ApexMap arguments);
}
