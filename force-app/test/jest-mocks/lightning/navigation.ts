import type { LightningElement } from 'lwc';
import { createTestWireAdapter } from '@salesforce/sfdx-lwc-jest';

/** Where components wanted to go, and whether there is a way back from it. */
export const navigate = jest.fn<undefined, [page: object, replace?: boolean]>();

export const CurrentPageReference = createTestWireAdapter(jest.fn());

const Navigate = Symbol('Navigate');

export const NavigationMixin = Object.assign(
    (Base: typeof LightningElement) =>
        class extends Base {
            [Navigate](page: object, replace?: boolean): void {
                navigate(page, replace);
            }
        },
    { Navigate }
);
