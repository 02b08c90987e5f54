import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { EventHub } from './events.ts';
import type { Sessions } from './sessions.ts';

/** A custom notification as Apex sends it. */
export interface SentNotification {
    userIds: string[];
    senderId: string;
    title: string;
    body: string;
    /** A record and its object. */
    targetId: string | null;
    targetObject: string | null;
    /** A page reference in JSON. */
    targetPageRef: string | null;
    /** Milliseconds on the org's clock. */
    time: number;
}

/** The same as one of its recipients has it. */
export interface Notification extends Omit<SentNotification, 'userIds'> {
    id: string;
    isRead: boolean;
}

/** What Lightning Experience shows behind the bell. */
// Imitates: custom notifications reach each recipient's open pages and stay until read — Apex Reference, CustomNotification Class [L]
export class Notifications {
    readonly #events: EventHub;
    readonly #byUser = new Map<string, Notification[]>();

    constructor(events: EventHub) {
        this.#events = events;
    }

    send({ userIds, ...sent }: SentNotification): void {
        for (const userId of userIds) {
            const notification = { ...sent, id: randomUUID(), isRead: false };
            this.#byUser.set(userId, [notification, ...this.of(userId)]);
            this.#events.tell(userId, 'notification', notification);
        }
    }

    /** The newest first. */
    of(userId: string): readonly Notification[] {
        return this.#byUser.get(userId) ?? [];
    }

    /** One of them, or all. */
    markRead(userId: string, id?: string): void {
        for (const notification of this.of(userId)) {
            if (id === undefined || notification.id === id) notification.isRead = true;
        }
    }

    clear(): void {
        this.#byUser.clear();
    }
}

export function notificationRoutes(app: FastifyInstance, sessions: Sessions, notifications: Notifications): void {
    app.get('/local/notifications', (request, reply) => {
        const userId = sessions.userId(request);
        return userId === undefined ? reply.code(401).send({ message: 'Not logged in' }) : notifications.of(userId);
    });

    app.post<{ Body: { id?: string } }>('/local/notifications/read', (request, reply) => {
        const userId = sessions.userId(request);
        if (userId === undefined) return reply.code(401).send({ message: 'Not logged in' });
        notifications.markRead(userId, request.body.id);
        return reply.code(204).send();
    });
}
