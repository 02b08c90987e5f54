trigger ConformanceBoards on Conformance_Board__c(before update) {
    for (Conformance_Board__c board : Trigger.new) {
        if (board.Kind__c == 'Stubborn') {
            board.addError('Stays as it is');
        }
    }
}
