import type { Page } from '@playwright/test';

/** What happens on a page, in order: Apex answers, presses, and windows that are opened. Install before the page loads. */
export async function recordOrder(page: Page): Promise<() => Promise<string[]>> {
    await page.addInitScript(() => {
        const order: string[] = [];
        Object.assign(window, { order });
        const originalFetch = window.fetch.bind(window);
        window.fetch = async (...request: Parameters<typeof fetch>) => {
            const isApex = typeof request[0] === 'string' && request[0].startsWith('/aura/apex/');
            if (isApex) order.push('Apex called');
            const response = await originalFetch(...request);
            if (isApex) order.push('Apex answered');
            return response;
        };
        const originalOpen = window.open.bind(window);
        window.open = (...request: Parameters<typeof open>) => {
            order.push('window opened');
            return originalOpen(...request);
        };
        window.addEventListener(
            'click',
            () => {
                order.push('press');
                // a message port delivers in the next task, before any timer or answer that a handler could wait for
                const { port1, port2 } = new MessageChannel();
                port1.onmessage = () => {
                    order.push('press handled');
                    port1.close();
                };
                port2.postMessage(null);
            },
            { capture: true }
        );
    });
    return () => page.evaluate(() => (window as unknown as { order: string[] }).order);
}
