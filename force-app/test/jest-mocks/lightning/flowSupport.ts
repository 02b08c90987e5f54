/** The stub of sfdx-lwc-jest forgets which attribute has changed, and to what. */
export class FlowAttributeChangeEvent extends CustomEvent<{ attributeName: string; newValue: unknown }> {
    constructor(attributeName: string, newValue: unknown) {
        super('lightning__flowattributechange', { bubbles: true, composed: true, detail: { attributeName, newValue } });
    }
}
