trigger ConformanceOperations on Conformance_Thing__c(
    before insert,
    after insert,
    before update,
    after update,
    before delete,
    after delete,
    after undelete
) {
    switch on Trigger.operationType {
        when BEFORE_INSERT, BEFORE_UPDATE, BEFORE_DELETE {
            TriggerState.operations.add('before');
        }
        when else {
            TriggerState.operations.add(Trigger.operationType.name());
        }
    }
}
