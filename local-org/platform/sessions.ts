import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { ShortLived } from './kickoffs.ts';

export const SESSION_COOKIE = 'sid';

/** Who is signed in to the org. Pages and My Domain are two hosts, so the session is carried over by a one-time pass. */
export class Sessions {
    readonly #users = new Map<string, string>();
    readonly #passes = new ShortLived<{ sid: string }>();

    create(userId: string): string {
        const sid = randomBytes(32).toString('base64url');
        this.#users.set(sid, userId);
        return sid;
    }

    end(request: FastifyRequest): void {
        this.#users.delete(request.cookies[SESSION_COOKIE] ?? '');
    }

    userId(request: FastifyRequest): string | undefined {
        return this.#users.get(request.cookies[SESSION_COOKIE] ?? '');
    }

    issuePass(sid: string): string {
        return this.#passes.add({ sid });
    }

    redeemPass(pass: string): string | undefined {
        return this.#passes.take(pass)?.sid;
    }

    clear(): void {
        this.#users.clear();
        this.#passes.clear();
    }
}
