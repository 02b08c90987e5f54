package localorg.runtime.lang;

/** Parent of every Apex class. Apex Developer Guide, Classes (every class extends Object). */
public class ApexObject {

    @Override
    public String toString() {
        return Text.ofInstance(this);
    }
}
