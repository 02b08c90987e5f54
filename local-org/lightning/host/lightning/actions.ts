export const CloseScreenEventName = 'lightning__actionsclosescreen';

// Imitates: a quick action asks for its window to be closed by an event — LWC developer guide: lightning/actions [C]
export class CloseActionScreenEvent extends CustomEvent<undefined> {
    constructor() {
        super(CloseScreenEventName, { bubbles: true, composed: true, cancelable: true });
    }
}
