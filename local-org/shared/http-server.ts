import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** A listening server whose address is known before its routes exist: the org and its provider must know each other's. */
export interface Listener {
    readonly port: number;
    /** Answers requests with the application from now on. */
    serve: (handler: http.RequestListener) => void;
    close: () => Promise<void>;
}

export async function listen(port: number, host: string): Promise<Listener> {
    const server = http.createServer();
    await new Promise<void>((resolve, reject) => {
        server.once('error', (error) => {
            const taken = 'code' in error && error.code === 'EADDRINUSE';
            reject(taken ? new Error(`Port ${port} is in use`) : error);
        });
        server.listen(port, host, resolve);
    });
    return {
        port: (server.address() as AddressInfo).port,
        serve: (handler) => {
            server.on('request', handler);
        },
        close: () =>
            new Promise((resolve) => {
                server.close(() => {
                    resolve();
                });
                server.closeAllConnections();
            })
    };
}

/** The fastify application as a plain request handler. */
export async function handlerOf(app: FastifyInstance): Promise<http.RequestListener> {
    await app.ready();
    return (request, response) => {
        app.routing(request, response);
    };
}
