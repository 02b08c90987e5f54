package localorg.runtime.system;

import localorg.data.DataView;

/** A state of the transaction's data to go back to (Apex Developer Guide, Transaction Control). */
public class Savepoint {

    private final DataView state;

    Savepoint(DataView state) {
        this.state = state;
    }

    DataView state() {
        return state;
    }
}
