/** Writes down the defaults that it meets in the key of a team called Defaults. */
trigger ConformanceTeams on Conformance_Team__c(before insert) {
    for (Conformance_Team__c team : Trigger.new) {
        if (team.Name == 'Defaults') {
            team.Key__c = team.Kind__c + ' ' + team.Size__c + ' ' + team.Open__c;
        }
    }
}
