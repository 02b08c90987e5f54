import { element } from './dom.ts';

interface Tab {
    readonly title: string;
    readonly active: boolean;
    readonly show: () => Promise<HTMLElement[]>;
}

/** The standard titles are stored as keys (FlexiPage metadata, flexipage:tab). */
const STANDARD_TITLES: Readonly<Record<string, string>> = {
    'Standard.Tab.detail': 'Details',
    'Standard.Tab.relatedLists': 'Related',
    'Standard.Tab.activity': 'Activity'
};

/** A tab set after the ARIA pattern; the content of a tab is made when the tab is first opened, and kept. */
export async function tabset(tabs: readonly Tab[]): Promise<HTMLElement> {
    const list = element('ul', { class: 'slds-tabs_default__nav', role: 'tablist' });
    const box = element('div', { class: 'slds-card slds-tabs_default local-tabset' }, list);
    const parts = tabs.map((tab, index) => {
        const id = `${crypto.randomUUID()}-${index}`;
        const link = element(
            'a',
            {
                class: 'slds-tabs_default__link',
                role: 'tab',
                id: `tab-${id}`,
                href: '#',
                'aria-controls': `panel-${id}`
            },
            STANDARD_TITLES[tab.title] ?? tab.title
        );
        const panel = element('div', {
            class: 'slds-tabs_default__content',
            role: 'tabpanel',
            id: `panel-${id}`,
            'aria-labelledby': link.id
        });
        const item = element('li', { class: 'slds-tabs_default__item', role: 'presentation' }, link);
        link.addEventListener('click', (event) => {
            event.preventDefault();
            void open(index);
        });
        link.addEventListener('keydown', ({ key }) => {
            const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
            if (step !== undefined) void open((index + step + tabs.length) % tabs.length, true);
        });
        list.append(item);
        box.append(panel);
        return { tab, link, panel, item };
    });

    async function open(index: number, focus = false): Promise<void> {
        for (const [at, { link, panel, item }] of parts.entries()) {
            const chosen = at === index;
            item.classList.toggle('slds-is-active', chosen);
            link.setAttribute('aria-selected', String(chosen));
            link.tabIndex = chosen ? 0 : -1;
            panel.classList.toggle('slds-show', chosen);
            panel.classList.toggle('slds-hide', !chosen);
            if (chosen && focus) link.focus();
        }
        const opened = parts[index];
        if (opened && opened.panel.childElementCount === 0) opened.panel.append(...(await opened.tab.show()));
    }

    await open(
        Math.max(
            0,
            tabs.findIndex(({ active }) => active)
        )
    );
    return box;
}
