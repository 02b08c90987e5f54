import http from 'node:http';
import https from 'node:https';
import { calloutErrors } from './errors.ts';

export interface HttpCall {
    url: URL;
    method: string;
    headers: Record<string, string>;
    body: Buffer;
    timeoutMs: number;
}

export interface HttpAnswer {
    statusCode: number;
    status: string;
    headers: Record<string, string>;
    body: Buffer;
}

/** Imitates: size limit of a synchronous response — Apex Developer Guide: execution governors and limits [C] */
const MAX_BYTES = 6_000_000;

function headersOf(response: http.IncomingMessage): Record<string, string> {
    const headers: Record<string, string> = {};
    for (let index = 0; index < response.rawHeaders.length; index += 2) {
        const name = response.rawHeaders[index] ?? '';
        const value = response.rawHeaders[index + 1] ?? '';
        const known = Object.keys(headers).find((other) => other.toLowerCase() === name.toLowerCase());
        headers[known ?? name] = known === undefined ? value : `${headers[known] ?? ''}, ${value}`;
    }
    return headers;
}

/**
 * Sends the request as an org does: redirects are not followed, and failures are a CalloutException.
 * Imitates: "Read timed out" for a slow service, redirects left to Apex — Apex Reference: HttpRequest, setTimeout; the text as orgs print it [L]
 */
function send(call: HttpCall): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
        const client = call.url.protocol === 'https:' ? https : http;
        const request = client.request(
            call.url,
            { method: call.method, headers: call.headers, signal: AbortSignal.timeout(call.timeoutMs) },
            (response) => {
                const chunks: Buffer[] = [];
                let size = 0;
                response.on('data', (chunk: Buffer) => {
                    size += chunk.length;
                    if (size > MAX_BYTES) {
                        request.destroy();
                        reject(
                            calloutErrors.other(`Exceeded max size limit of ${MAX_BYTES} with response size ${size}`)
                        );
                    }
                    chunks.push(chunk);
                });
                response.on('error', reject);
                response.on('end', () => {
                    resolve({
                        statusCode: response.statusCode ?? 0,
                        status: response.statusMessage ?? '',
                        headers: headersOf(response),
                        body: Buffer.concat(chunks)
                    });
                });
            }
        );
        request.on('error', reject);
        request.end(call.body);
    });
}

/** As `send`, with what went wrong told in Apex's words. */
export async function sendFromApex(call: HttpCall): Promise<HttpAnswer> {
    try {
        return await send(call);
    } catch (error) {
        if (!(error instanceof Error)) throw error;
        if (error.name === 'AbortError' || error.name === 'TimeoutError') throw calloutErrors.timedOut();
        const code = 'code' in error ? error.code : undefined;
        if (code === 'ECONNREFUSED') throw calloutErrors.other('Connection refused');
        if (code === 'ENOTFOUND') throw calloutErrors.other(`Unknown host: ${call.url.hostname}`);
        if (typeof code === 'string') throw calloutErrors.other(`Unexpected end of connection (${code})`);
        throw error;
    }
}
