import { createElement, getComponentDef } from 'lwc';
import type { PlacedComponent } from '../../site.ts';
import { load } from '../loader.ts';
import { showFailure } from './failure.ts';

/** What a page tells the components on it; only a component that declares a property gets it. */
export type PageContext = Readonly<Partial<Record<'recordId' | 'objectApiName' | 'flexipageRegionWidth', string>>>;

type Constructor = Parameters<typeof createElement>[1]['is'];

/** A component of the project in a box of its own, so that a failing one leaves the rest of the page alone. */
export async function showComponent(
    { component, properties }: PlacedComponent,
    context?: PageContext
): Promise<HTMLElement> {
    const place = document.createElement('div');
    place.className = 'local-component';
    try {
        const module = await load(component);
        // a bundle with nothing but a component answers its constructor itself
        const is = (typeof module === 'function' ? module : module.default) as Constructor;
        const declared = getComponentDef(is).props;
        const made = createElement(tagName(component), { is });
        const given = Object.entries(context ?? {}).filter(([name]) => name in declared);
        Object.assign(made, Object.fromEntries(given), properties);
        place.append(made);
    } catch (error) {
        showFailure(place, error);
    }
    return place;
}

function tagName(component: string): string {
    return component.replace('/', '-').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
