trigger ConformanceTrials on Conformance_Trial__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    TriggerTrial.run();
}
