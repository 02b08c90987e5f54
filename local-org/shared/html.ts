/** HTML that is safe to send: made by the `html` tag only, which escapes whatever is put into it. */
export interface Html {
    readonly markup: string;
}

type Value = Html | string | number | undefined | readonly Value[];

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function render(value: Value): string {
    if (value === undefined) return '';
    if (typeof value === 'object') return 'markup' in value ? value.markup : value.map(render).join('');
    return String(value).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
    return { markup: String.raw({ raw: strings }, ...values.map(render)) };
}
