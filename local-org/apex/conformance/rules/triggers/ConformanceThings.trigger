trigger ConformanceThings on Conformance_Thing__c(
    before insert,
    before update,
    after insert,
    after update,
    before delete
) {
    String refusal = 'No thing may be called that';
    if (Trigger.isBefore && Trigger.isInsert) {
        TriggerState.sizes.add(Trigger.size);
    }
    for (Integer i = 0; i < Trigger.size; i++) {
        Conformance_Thing__c thing = Trigger.isDelete ? Trigger.old[i] : Trigger.new[i];
        if (thing.Name == 'Refused' || thing.Name == 'Refused by run ' + TriggerState.sizes.size()) {
            thing.addError(refusal);
        } else if (Trigger.isBefore && Trigger.isInsert && thing.Name == 'Counted') {
            thing.Count__c = 1;
        } else if (Trigger.isBefore && Trigger.isUpdate && thing.Name == 'Counted') {
            thing.Count__c = Trigger.oldMap.get(thing.Id).Count__c + 1;
        } else if (Trigger.isAfter && Trigger.isInsert && thing.Name == 'Refused later') {
            thing.addError('Seen too late');
        } else if (Trigger.isBefore && Trigger.isInsert && thing.Name == 'Publishing 1') {
            EventBus.publish(new Conformance_Now__e(Text__c = thing.Name));
        } else if (Trigger.isBefore && Trigger.isInsert && thing.Name == 'Publishing 2') {
            EventBus.publish(new Conformance_Later__e(Text__c = thing.Name));
        } else if (Trigger.isBefore && Trigger.isInsert && thing.Name == 'Dividing') {
            thing.Count__c = 1 / (thing.Name.length() - 8);
        } else if (Trigger.isBefore && Trigger.isInsert && thing.Name == 'Asking') {
            TriggerState.queries.add(Limits.getQueries());
            thing.Count__c = [SELECT COUNT() FROM Account];
        } else if (Trigger.isBefore && Trigger.isInsert && thing.Name == 'Rolling back') {
            try {
                Database.rollback(TriggerState.held);
            } catch (InvalidParameterValueException e) {
                thing.Name = 'Not rolled back';
            }
        } else if (Trigger.isBefore && Trigger.isInsert && thing.Name == 'Calling') {
            HttpRequest request = new HttpRequest();
            request.setEndpoint('https://service.example.com');
            request.setMethod('GET');
            try {
                new Http().send(request);
            } catch (CalloutException e) {
                thing.Name = e.getMessage();
            }
        }
    }
}
