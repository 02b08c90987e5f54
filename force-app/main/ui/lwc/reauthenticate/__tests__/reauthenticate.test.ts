import { createElement } from 'lwc';
import { isEmpEnabled, subscribe, unsubscribe } from 'lightning/empApi';
import { publish } from 'lightning/messageService';
import Reauthenticate from 'c/reauthenticate';
import { announceReturn } from 'c/signInWindow';
import userId from '@salesforce/user/Id';
import { FakeBroadcastChannel, startInOtherTab } from '../../../../../test/jest-mocks/broadcastChannel';
import { message, press, root, seen, words } from '../../../../../test/jest-mocks/button';
import { answer, server, settled } from '../../../../../test/jest-mocks/page';

const bus = { isEmpEnabled: jest.mocked(isEmpEnabled), subscribe: jest.mocked(subscribe) };

async function mount(connection = 'Acme_Sign'): Promise<HTMLElement> {
    const element = createElement('c-reauthenticate', { is: Reauthenticate }) as unknown as HTMLElement;
    Object.assign(element, { connection });
    document.body.appendChild(element);
    await settled();
    return element;
}

/** A state was met: by background work, or by a check of the page itself, whose answer comes a moment later. */
async function publishEvent(payload: Record<string, string>, answerArrives?: () => void): Promise<void> {
    const [, , onMessage] = bus.subscribe.mock.calls[0]!;
    const met = { Connection__c: 'Acme_Sign', User_Id__c: userId, State__c: 'reauthentication-required' };
    await inASecond(() => {
        onMessage({ data: { payload: { ...met, ...payload } } });
        answerArrives?.();
    });
}

async function inASecond(happening: () => void): Promise<void> {
    jest.useFakeTimers();
    happening();
    await settled();
    jest.advanceTimersByTime(1000);
    jest.useRealTimers();
    await settled();
}

describe('c-reauthenticate', () => {
    beforeEach(() => {
        jest.spyOn(window, 'open').mockReturnValue(null);
        bus.isEmpEnabled.mockResolvedValue(true);
        bus.subscribe.mockResolvedValue({ id: 'one' });
        jest.mocked(unsubscribe).mockResolvedValue(undefined);
    });

    afterEach(async () => {
        document.body.replaceChildren();
        await settled();
        jest.resetAllMocks();
    });

    it('looks and works like the button', async () => {
        server.getState.mockResolvedValue(answer('never-connected'));
        const element = await mount();
        expect(words(element)).toEqual(['Connect to Acme Sign']);
        expect(root(element).querySelector('.slds-card')).not.toBeNull();
        await expect(element).toBeAccessible();
    });

    describe('after the sign-in', () => {
        const onToast = jest.fn();
        const onRefresh = jest.fn();

        async function signIn(result: 'connected' | 'wrong-account'): Promise<void> {
            server.getState.mockResolvedValue(answer('reauthentication-required'));
            const element = await mount();
            element.addEventListener('lightning__showtoast', onToast);
            element.addEventListener('lightning__refresh', onRefresh);
            press(element, 'Re-authenticate');
            server.confirmSignIn.mockResolvedValue(answer(result));
            announceReturn('Acme_Sign');
            await settled();
        }

        const toast = (): unknown => (onToast.mock.calls as [CustomEvent<unknown>][])[0]![0].detail;

        it('shows a toast with the sentence about the state', async () => {
            await signIn('connected');
            expect(toast()).toEqual({ message: 'Acme Sign is connected.', variant: 'success' });
        });

        it('does not celebrate another account', async () => {
            await signIn('wrong-account');
            expect(toast()).toEqual({ message: 'Acme Sign is wrong-account.', variant: 'warning' });
        });

        it('has the page refreshed', async () => {
            await signIn('connected');
            expect(onRefresh).toHaveBeenCalledTimes(1);
        });

        it('tells other components by the message channel', async () => {
            await signIn('connected');
            expect(jest.mocked(publish).mock.calls.map(([, , told]) => told)).toEqual([
                { connection: 'Acme_Sign', state: 'connected' }
            ]);
        });
    });

    describe('background work', () => {
        it('brings the button without a reload', async () => {
            server.getState.mockResolvedValue(answer('connected'));
            const element = await mount();
            expect(root(element).textContent).toBe('');
            server.getState.mockResolvedValue(answer('reauthentication-required'));
            await publishEvent({});
            expect(server.getState).toHaveBeenLastCalledWith(expect.objectContaining({ live: true }));
            expect(words(element)).toEqual(['Re-authenticate']);
        });

        it.each([
            ['of another user', { User_Id__c: '005000000000000AAA' }],
            ['for a connection that is not on the page', { Connection__c: 'Other' }],
            ['that tells what the page shows already', { State__c: 'connected' }]
        ])('costs no call %s', async (_case, payload) => {
            server.getState.mockResolvedValue(answer('connected'));
            const element = await mount();
            await publishEvent(payload);
            expect(server.getState).toHaveBeenCalledTimes(1);
            expect(message(element)).toBe('');
        });

        it('that confirms a session which ends soon costs no call', async () => {
            server.getState.mockResolvedValue(answer('expiring'));
            await mount();
            await publishEvent({ State__c: 'connected' });
            expect(server.getState).toHaveBeenCalledTimes(1);
        });

        it("does not mean the page's own check, whose event is faster than its answer", async () => {
            server.getState.mockResolvedValue(answer('reauthentication-required'));
            const element = await mount();
            let receive: (state: ReturnType<typeof answer>) => void = () => undefined;
            server.confirmSignIn.mockReturnValue(
                new Promise((resolve) => {
                    receive = resolve;
                })
            );
            startInOtherTab('Acme_Sign');
            announceReturn('Acme_Sign');
            await settled();
            await publishEvent({ State__c: 'connected' }, () => {
                receive(answer('connected'));
            });
            expect(server.confirmSignIn).toHaveBeenCalledTimes(1);
            expect(server.getState).toHaveBeenCalledTimes(1);
            expect(seen(element)).toBe('');
        });

        it('needs one subscription and one call, however many components a page has', async () => {
            server.getState.mockResolvedValue(answer('connected'));
            await Promise.all(['Acme_Sign', 'Acme_Sign', 'Other', 'Acme_Sign'].map(mount));
            server.getState.mockClear();
            await publishEvent({});
            expect(bus.subscribe.mock.calls).toEqual([['/event/Reauth_Open_Pages__chn', -1, expect.any(Function)]]);
            expect(server.getState).toHaveBeenCalledTimes(1);
        });

        it('is followed for the connection that the property names now', async () => {
            server.getState.mockResolvedValue(answer('connected'));
            const element = await mount('');
            expect(server.getState).not.toHaveBeenCalled();
            expect(bus.subscribe).not.toHaveBeenCalled();
            Object.assign(element, { connection: 'Other' });
            await settled();
            Object.assign(element, { connection: 'Acme_Sign' });
            await settled();
            server.getState.mockClear();
            await publishEvent({ Connection__c: 'Other' });
            expect(server.getState).not.toHaveBeenCalled();
            await publishEvent({});
            expect(server.getState).toHaveBeenCalledTimes(1);
        });

        it('is still followed for others when one that has left is given another connection', async () => {
            server.getState.mockResolvedValue(answer('connected'));
            const leaving = await mount();
            await mount();
            leaving.remove();
            Object.assign(leaving, { connection: 'Other' });
            await settled();
            expect(unsubscribe).not.toHaveBeenCalled();
            server.getState.mockClear();
            await publishEvent({});
            expect(server.getState).toHaveBeenCalledTimes(1);
        });

        it('is not listened for any more when the last component has gone', async () => {
            server.getState.mockResolvedValue(answer('connected'));
            const [first, second] = [await mount(), await mount()];
            first.remove();
            await settled();
            expect(unsubscribe).not.toHaveBeenCalled();
            second.remove();
            await settled();
            expect(unsubscribe).toHaveBeenCalledTimes(1);
            await publishEvent({});
            expect(server.getState).toHaveBeenCalledTimes(1);
        });

        it('leaves nothing behind after a hundred visits', async () => {
            server.getState.mockResolvedValue(answer('expiring', { retryAfterSeconds: 600 }));
            jest.useFakeTimers();
            for (let visit = 0; visit < 100; visit++) {
                const element = await mount();
                element.remove();
                await settled();
            }
            expect(jest.mocked(unsubscribe).mock.calls.length).toBe(bus.subscribe.mock.calls.length);
            expect(bus.subscribe).toHaveBeenCalledTimes(100);
            expect(FakeBroadcastChannel.open.size).toBe(0);
            expect(jest.getTimerCount()).toBe(0);
            jest.useRealTimers();
        });

        it.each<[string, () => void]>([
            ['is missing', () => bus.isEmpEnabled.mockResolvedValue(false)],
            ['fails', () => bus.isEmpEnabled.mockRejectedValue(new Error('no event bus'))],
            ['refuses', () => bus.subscribe.mockRejectedValue(new Error('no permission'))]
        ])('does not harm the page where the event bus %s', async (_case, prepare) => {
            prepare();
            server.getState.mockResolvedValue(answer('reauthentication-required'));
            const element = await mount();
            expect(words(element)).toEqual(['Re-authenticate']);
            element.remove();
            await settled();
            expect(unsubscribe).not.toHaveBeenCalled();
        });
    });

    describe('another tab of the browser', () => {
        const LOSS = { connection: 'Acme_Sign', state: 'reauthentication-required' } as const;
        const told: unknown[] = [];
        let tab: FakeBroadcastChannel;

        beforeEach(() => {
            told.length = 0;
            tab = new FakeBroadcastChannel('reauth');
            tab.onmessage = ({ data }) => told.push(data);
        });

        afterEach(() => {
            tab.close();
        });

        it('brings the button when it has met the end of the sign-in', async () => {
            server.getState.mockResolvedValue(answer('connected'));
            const element = await mount();
            server.getState.mockResolvedValue(answer('reauthentication-required'));
            await inASecond(() => {
                tab.postMessage(LOSS);
            });
            expect(words(element)).toEqual(['Re-authenticate']);
            expect(told).toEqual([LOSS]); // which it knows, so that no tab asks again
        });

        it('is told of a loss that this page has met, once', async () => {
            server.getState.mockResolvedValue(answer('connected'));
            const element = await mount();
            expect(told).toEqual([]);
            server.getState.mockResolvedValue(answer('reauthentication-required'));
            await publishEvent({});
            press(element, 'Re-authenticate');
            await settled();
            expect(told).toEqual([LOSS]);
        });

        it.each([
            ['never-connected', 1],
            ['reauthentication-required', 1],
            ['wrong-account', 1],
            ['unavailable', 0] // which it meets by itself
        ] as const)('is told of the recovery from %s %i times', async (state, times) => {
            server.getState.mockResolvedValue(answer(state));
            await mount();
            told.length = 0;
            server.getState.mockResolvedValue(answer('connected'));
            await publishEvent({ State__c: 'connected' });
            expect(told).toEqual(Array(times).fill({ connection: 'Acme_Sign', state: 'connected' }));
        });

        it.each<[string, ReturnType<typeof answer>]>([
            ['a mark, which its look at the service would take back', answer(LOSS.state, { reason: 'marked' })],
            ['an outage, which it meets by itself', answer('unavailable')]
        ])('is not told of %s', async (_case, state) => {
            server.getState.mockResolvedValue(state);
            await mount();
            expect(told).toEqual([]);
        });
    });
});
