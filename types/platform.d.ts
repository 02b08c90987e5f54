declare module '@salesforce/label/*' {
    const label: string;
    export default label;
}

declare module 'lightning/navigation' {
    import type { WireAdapterConstructor } from 'lwc';

    export interface PageReference {
        type: string;
        attributes?: Record<string, unknown>;
        state?: Partial<Record<string, string>>;
    }
    export const CurrentPageReference: WireAdapterConstructor<Record<string, never>, PageReference>;
}
