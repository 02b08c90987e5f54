package localorg.runtime.system;

import localorg.runtime.lang.ApexDatetime;

/** Apex Reference, TimeZone Class. */
public class TimeZone {

    private final java.util.TimeZone zone;

    private TimeZone(java.util.TimeZone zone) {
        this.zone = zone;
    }

    /** An unknown name means GMT. */
    public static TimeZone getTimeZone(String id) {
        return new TimeZone(java.util.TimeZone.getTimeZone(id));
    }

    public String getID() {
        return zone.getID();
    }

    public String getDisplayName() {
        return zone.getDisplayName(java.util.Locale.US);
    }

    /** Milliseconds to add to GMT. */
    public Integer getOffset(ApexDatetime moment) {
        return zone.getOffset(moment.milliseconds());
    }

    @Override
    public String toString() {
        return zone.getID();
    }
}
