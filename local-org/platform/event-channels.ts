import { readMetadata, type Element } from './xml.ts';

type Payload = Readonly<Record<string, unknown>>;

/** Which events of one kind a custom channel delivers. */
export interface ChannelMember {
    /** As clients subscribe to it. */
    channel: string;
    event: string;
    matches: (payload: Payload) => boolean;
}

const ON_CHECKBOX = /^(\w+)\s*(!?=)\s*(true|false)$/i;

/** Reads a member in an org that has these files. */
// Imitates: a custom channel delivers those events of its members that match their filters; a checkbox without a value is false — Platform Events Developer Guide: Filter Your Stream of Platform Events with Custom Channels, Field Considerations [C]
export function readChannelMember(file: string, files: readonly string[]): ChannelMember {
    const root = readMetadata(file, 'PlatformEventChannelMember');
    function find(element: string, name: string, ending: string, type: string): Element {
        const found = files.find((candidate) => candidate.endsWith(`/${ending}-meta.xml`));
        if (found === undefined) throw new Error(`${file}: In field: ${element} - no ${type} named ${name} found`);
        return readMetadata(found, type);
    }
    const channel = root.text('eventChannel') ?? '';
    const event = root.text('selectedEntity') ?? '';
    const kind = find('eventChannel', channel, `${channel}.platformEventChannel`, 'PlatformEventChannel');
    if (kind.text('channelType') !== 'event') throw new Error(`${file}: local-org imitates channels of events only`);
    find('selectedEntity', event, `${event}/${event}.object`, 'CustomObject');
    const member = { channel: `/event/${channel}`, event };
    const filter = root.text('filterExpression');
    if (filter === undefined) return { ...member, matches: () => true };

    const [, field = '', operator, value = ''] = ON_CHECKBOX.exec(filter) ?? [];
    if (!operator) throw new Error(`${file}: local-org does not imitate the filter ${filter}`);
    const type = find('filterExpression', field, `${event}/fields/${field}.field`, 'CustomField').text('type') ?? '';
    if (type !== 'Checkbox') throw new Error(`${file}: local-org does not imitate filters on ${field}, a ${type}`);
    const wanted = (value.toLowerCase() === 'true') === (operator === '=');
    return { ...member, matches: (payload) => (payload[field] ?? false) === wanted };
}
