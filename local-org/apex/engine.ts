import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { javaArguments } from './run.mjs';

/** Where the engine's requests and notifications go. */
export interface EngineHandlers {
    /** Answers callout, connectApi and authToken. An Error with a property `data` reaches Apex as that exception. */
    onRequest: (method: string, params: unknown) => Promise<unknown>;
    onNotification: (method: string, params: unknown) => void;
}

/** The process that runs Apex. A failed request rejects with an `EngineError`. */
export interface Engine {
    request: (method: string, params: object) => Promise<unknown>;
    /** Whether this process stays for it; it does at first. The engine ends with the process. */
    hold: (isHeld: boolean) => void;
    close: () => Promise<void>;
}

/** What the engine said went wrong; `data` is the exception that Apex threw, if one did. */
export class EngineError extends Error {
    readonly data: unknown;

    constructor(message: string, data: unknown) {
        super(message);
        this.data = data;
    }
}

interface Message {
    id?: number | string;
    method?: string;
    params?: unknown;
    result?: unknown;
    error?: { message: string; data?: unknown };
}

interface Waiting {
    resolve: (result: unknown) => void;
    reject: (error: Error) => void;
}

const PATIENCE_MS = 3000;

/** Starts the engine; both sides may ask at any time, one JSON-RPC message a line. */
export async function startEngine({ onRequest, onNotification }: EngineHandlers): Promise<Engine> {
    const java = spawn('java', javaArguments(['serve']), { stdio: ['pipe', 'pipe', 'inherit'] });
    const waiting = new Map<number, Waiting>();
    let lastId = 0;
    let ended: Error | undefined;

    const send = (message: object) => {
        if (!ended) java.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
    };
    const end = (reason: Error) => {
        ended ??= reason;
        for (const { reject } of waiting.values()) reject(reason);
        waiting.clear();
    };

    async function answer(id: number | string, method: string, params: unknown): Promise<void> {
        try {
            send({ id, result: (await onRequest(method, params)) ?? null });
        } catch (error) {
            const data: unknown = error instanceof Error && 'data' in error ? error.data : undefined;
            if (data === undefined) console.error(error);
            send({ id, error: { code: -32000, message: error instanceof Error ? error.message : 'failed', data } });
        }
    }

    function receive({ id, method, params, result, error }: Message): void {
        if (method !== undefined) {
            if (id === undefined) onNotification(method, params);
            else void answer(id, method, params);
            return;
        }
        const asker = waiting.get(Number(id));
        waiting.delete(Number(id));
        if (error) asker?.reject(new EngineError(error.message, error.data));
        else asker?.resolve(result);
    }

    createInterface({ input: java.stdout }).on('line', (line) => {
        receive(JSON.parse(line) as Message);
    });
    // writing to a process that has just died is reported by its exit
    java.stdin.on('error', () => undefined);
    const exited = new Promise<void>((resolve) => {
        java.once('exit', (code) => {
            end(new Error(`The Apex engine ended (${code ?? 'killed'})`));
            resolve();
        });
    });
    await new Promise<void>((resolve, reject) => {
        java.once('spawn', resolve);
        java.once('error', (error) => {
            reject(new Error('java is missing: install a JDK, 17 or later', { cause: error }));
        });
    });

    return {
        request: (method, params) =>
            new Promise((resolve, reject) => {
                if (ended) {
                    reject(ended);
                    return;
                }
                lastId += 1;
                waiting.set(lastId, { resolve, reject });
                send({ id: lastId, method, params });
            }),
        hold: (isHeld) => {
            const pipes = [java.stdin, java.stdout].filter((pipe) => pipe instanceof Socket);
            for (const handle of [java, ...pipes]) {
                if (isHeld) handle.ref();
                else handle.unref();
            }
        },
        close: async () => {
            java.stdin.end(); // the engine ends with its input
            const impatience = setTimeout(() => java.kill('SIGKILL'), PATIENCE_MS);
            await exited;
            clearTimeout(impatience);
        }
    };
}
