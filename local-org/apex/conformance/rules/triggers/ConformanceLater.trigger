trigger ConformanceLater on Conformance_Later__e(after insert) {
    insert new Conformance_Thing__c(Name = Trigger.new[0].Text__c);
}
