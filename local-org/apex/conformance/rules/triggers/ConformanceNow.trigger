trigger ConformanceNow on Conformance_Now__e(after insert) {
    for (Conformance_Now__e event : Trigger.new) {
        insert new Conformance_Thing__c(Name = event.Text__c + ' by ' + UserInfo.getLastName());
    }
}
