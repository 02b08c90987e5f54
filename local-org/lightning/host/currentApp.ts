/** In which app the user is: the one chosen last, as the platform remembers it. */
import type { App, Session, Site } from '../site.ts';

const KEY = 'local-org app';
const DEFAULT = 'standard__LightningSales';

/** The apps that the user may open, by name. */
export function openApps({ apps }: Site, session: Session): [string, App][] {
    return Object.entries(apps).filter(
        ([name]) => !name.startsWith('c__') || session.apps.includes(name.slice('c__'.length))
    );
}

export function mayOpenTab(name: string, session: Session): boolean {
    return name.startsWith('standard-') || session.tabs.includes(name);
}

export function chooseApp(name: string): void {
    localStorage.setItem(KEY, name);
}

export function currentApp(site: Site, session: Session): App {
    const apps = new Map(openApps(site, session));
    const app = apps.get(localStorage.getItem(KEY) ?? DEFAULT) ?? apps.get(DEFAULT);
    if (!app) throw new Error('The user may open no app');
    return app;
}
