/** The modules that only the platform can provide: `@salesforce/*` and those `lightning/*` that the base components lack. */
import type { ExperienceSite, Session, Site } from '../site.ts';
import { formFactor } from './device.ts';
import * as actions from './lightning/actions.ts';
import * as empApi from './lightning/empApi.ts';
import * as flowSupport from './lightning/flowSupport.ts';
import * as messageService from './lightning/messageService.ts';
import * as navigation from './lightning/navigation.ts';
import * as platformShowToastEvent from './lightning/platformShowToastEvent.ts';
import * as refresh from './lightning/refresh.ts';
import * as uiRecordApi from './lightning/uiRecordApi.ts';
import type { Module } from './loader.ts';
import { sendJson } from './server.ts';

const stands: Readonly<Record<string, Module>> = {
    'lightning/actions': actions,
    'lightning/empApi': empApi,
    'lightning/flowSupport': flowSupport,
    'lightning/messageService': messageService,
    'lightning/navigation': navigation,
    'lightning/platformShowToastEvent': platformShowToastEvent,
    'lightning/refresh': refresh,
    'lightning/uiRecordApi': uiRecordApi
};

// Imitates: no empApi on sites, and no toast events on those of LWR — LWC developer guide: lightning/empApi, LWR sites: limitations [L]
const MISSING_ON_SITES: Readonly<Record<ExperienceSite['runtime'], readonly string[]>> = {
    Aura: ['lightning/empApi'],
    LWR: ['lightning/empApi', 'lightning/platformShowToastEvent']
};

interface Place {
    readonly site: Site;
    readonly session: Session;
    readonly call: typeof callApex;
    /** Where the page is one of an Experience Cloud site. */
    readonly experienceSite: ExperienceSite | undefined;
    /** U43 */
    readonly hasBareBasePath: boolean;
}

/** Looks a module up by its id; what it doesn't know may still be one of the vendor modules. */
export function platformModules(place: Place): (id: string) => Module | undefined {
    const { site, session, call, experienceSite } = place;
    const missing = experienceSite ? MISSING_ON_SITES[experienceSite.runtime] : [];
    return (id) => {
        if (id in stands && !missing.includes(id)) return stands[id];
        const [, kind, name = ''] = /^@salesforce\/([^/]+)\/(.+)$/.exec(id) ?? [];
        switch (kind) {
            case 'apex':
                return { default: (parameters: object = {}) => call(name, parameters) };
            case 'label':
                return { default: site.labels[name.replace(/^c\./, '')] };
            case 'schema':
                return { default: schemaReference(name) };
            case 'messageChannel':
                return { default: { channelName: name } };
            case 'customPermission':
                return { default: session.customPermissions.includes(name) || undefined };
            case 'userPermission':
                return { default: session.userPermissions.includes(name) || undefined };
            case 'user':
                return { default: name === 'Id' ? session.userId : undefined };
            case 'community':
                return { default: name === 'basePath' ? basePath(place) : undefined };
            case 'client':
                return { default: formFactor() };
            default:
                return undefined;
        }
    };
}

// Imitates: the base path of a site; elsewhere there is none — unknown [U43]
function basePath({ experienceSite, hasBareBasePath }: Place): string | undefined {
    return experienceSite?.basePath.slice(hasBareBasePath ? 1 : 0);
}

// Imitates: a failed Apex call rejects with an object that has body.message, not with an Error — LWC developer guide: Handle Errors from Apex; lwc-recipes: ldsUtils [C]
export function callApex(name: string, parameters: object): Promise<unknown> {
    const [className = '', method = ''] = name.split('.');
    return sendJson('POST', `/aura/apex/${className}/${method}`, parameters);
}

function schemaReference(name: string): object {
    const [objectApiName, fieldApiName] = name.split(/\.(.*)/);
    return fieldApiName ? { objectApiName, fieldApiName } : { objectApiName };
}
