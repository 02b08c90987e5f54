import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { apexErrorData } from './errors.ts';
import type { Org } from './org.ts';
import type { Sessions } from './sessions.ts';

/** A record that the org starts with. */
export interface SeedRecord {
    type: string;
    Id: string;
    Name: string;
    [field: string]: string | number;
}

const RECORD_ID = /^[A-Za-z0-9]{18}$/;
const FIELD = /^\w+(\.\w+)?$/;

/** As many as the platform shows at first. */
const LIST_SIZE = 50;

type Value = string | number | boolean | null;
type Values = Record<string, Value | Record<string, Value>>;

function representation(apiName: string, fields: readonly string[], values: Values): object {
    const valueOf = (field: string) => {
        const [name = '', ofParent] = field.split('.');
        const value = values[name] ?? null;
        return ofParent !== undefined && typeof value === 'object' ? (value?.[ofParent] ?? null) : value;
    };
    const shown = fields.map((field) => [field, { value: valueOf(field), displayValue: null }]);
    return { apiName, id: values.Id, fields: Object.fromEntries(shown) as object };
}

/** What Lightning pages ask of the server: Apex, and the data of a record. */
export function dataRoutes(app: FastifyInstance, org: Org, sessions: Sessions, seeds: readonly SeedRecord[]): void {
    /** The user, or undefined after the request was turned away. */
    function userOf(request: FastifyRequest, reply: FastifyReply): string | undefined {
        const userId = sessions.userId(request);
        // Imitates: a request after the session ended — Salesforce docs: INVALID_SESSION_ID [C]
        if (userId === undefined) {
            void reply.code(401).send({ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' });
        }
        return userId;
    }

    app.post<{ Params: { className: string; method: string } }>(
        '/aura/apex/:className/:method',
        async (request, reply) => {
            const userId = userOf(request, reply);
            if (userId === undefined) return reply;
            if (request.headers.referer?.startsWith(`${org.pageUrl}/`))
                org.lastPages.set(userId, request.headers.referer);
            try {
                const result = (await org.engine.request('aura', {
                    userId,
                    class: request.params.className,
                    method: request.params.method,
                    params: request.body ?? {}
                })) as { returnValue?: unknown };
                return await reply.type('application/json').send(JSON.stringify(result.returnValue ?? null));
            } catch (error) {
                const data = apexErrorData(error);
                if (!data) throw error;
                return reply.code(500).send(data);
            }
        }
    );

    const objectOf = (id: string) => seeds.find((seed) => seed.Id.startsWith(id.slice(0, 3)));

    async function record(userId: string, id: string, wanted: readonly string[]) {
        const seed = objectOf(id);
        if (!seed || !RECORD_ID.test(id)) return undefined;
        const own = Object.keys(seed).filter((field) => field !== 'type');
        const fields = [...new Set(['Id', ...own, ...wanted])].filter((field) => FIELD.test(field));
        const { records } = (await org.engine.request('query', {
            userId,
            soql: `SELECT ${fields.join(', ')} FROM ${seed.type} WHERE Id = '${id}'`
        })) as { records: Values[] };
        return records[0] && representation(seed.type, fields, records[0]);
    }

    /** Those of the fields that the user may read. */
    async function readable(userId: string, id: string, fields: readonly string[]): Promise<string[]> {
        const answers = fields.map((field) =>
            record(userId, id, [field]).then(
                () => [field],
                (error: unknown) => {
                    if (!apexErrorData(error)) throw error;
                    return [];
                }
            )
        );
        return (await Promise.all(answers)).flat();
    }

    const names = (list = '') =>
        list
            .split(',')
            .map((field) => field.trim().replace(/^\w+\./, ''))
            .filter((field) => field !== '');

    // Imitates: getRecord and updateRecord — User Interface API Developer Guide: record representation [C]
    app.get<{ Params: { id: string }; Querystring: { fields?: string; optionalFields?: string } }>(
        '/ui-api/records/:id',
        async (request, reply) => {
            const userId = userOf(request, reply);
            if (userId === undefined) return reply;
            const { id } = request.params;
            const { fields, optionalFields } = request.query;
            const optional = await readable(userId, id, names(optionalFields));
            const found = await record(userId, id, [...names(fields), ...optional]);
            return (
                found ??
                reply.code(404).send([{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }])
            );
        }
    );

    // Imitates: the records of the list view All — User Interface API Developer Guide: list records [C]
    app.get<{ Params: { object: string }; Querystring: { fields?: string } }>(
        '/ui-api/list-records/:object/All',
        async (request, reply) => {
            const userId = userOf(request, reply);
            if (userId === undefined) return reply;
            const { object } = request.params;
            const fields = ['Id', ...(request.query.fields ?? '').split(',')];
            if (![object, ...fields].every((name) => FIELD.test(name)))
                return reply.code(400).send({ message: object });
            const names = [...new Set(fields)];
            try {
                const { records } = (await org.engine.request('query', {
                    userId,
                    soql: `SELECT ${names.join(', ')} FROM ${object} ORDER BY Name LIMIT ${LIST_SIZE}`
                })) as { records: Values[] };
                return { records: records.map((found) => representation(object, names, found)) };
            } catch (error) {
                const data = apexErrorData(error);
                if (!data) throw error;
                return reply.code(400).send({ message: data.message });
            }
        }
    );

    app.patch<{ Params: { id: string }; Body: { fields?: Record<string, unknown> } }>(
        '/ui-api/records/:id',
        async (request, reply) => {
            const userId = userOf(request, reply);
            if (userId === undefined) return reply;
            const { id } = request.params;
            const type = objectOf(id)?.type;
            try {
                await org.engine.request('updateRecord', { userId, record: { ...request.body.fields, type, Id: id } });
            } catch (error) {
                const data = apexErrorData(error);
                if (!data) throw error;
                return reply.code(400).send({ message: data.message, output: { errors: [data], fieldErrors: {} } });
            }
            return record(userId, id, []);
        }
    );
}
