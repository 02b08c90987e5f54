// Imitates: a component on a Flow screen talks to the Flow by events — LWC developer guide: lightning/flowSupport [C]
class FlowEvent<T> extends CustomEvent<T> {
    constructor(name: string, detail?: T) {
        super(name, { bubbles: true, composed: true, cancelable: true, detail });
    }
}

export class FlowAttributeChangeEvent extends FlowEvent<{ attributeName: string; newValue: unknown }> {
    constructor(attributeName: string, newValue: unknown) {
        super('lightning__flowattributechange', { attributeName, newValue });
    }
}

export class FlowNavigationNextEvent extends FlowEvent<undefined> {
    constructor() {
        super('lightning__flownavigationnext');
    }
}

export class FlowNavigationBackEvent extends FlowEvent<undefined> {
    constructor() {
        super('lightning__flownavigationback');
    }
}

export class FlowNavigationFinishEvent extends FlowEvent<undefined> {
    constructor() {
        super('lightning__flownavigationfinish');
    }
}
