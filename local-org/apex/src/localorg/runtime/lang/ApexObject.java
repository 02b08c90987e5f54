package localorg.runtime.lang;

/** Parent of every Apex class. */
public class ApexObject {

    @Override
    public String toString() {
        return Text.ofInstance(this);
    }
}
