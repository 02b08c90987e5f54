import LightningConfirm from 'lightning/confirm';
import { confirmed } from 'c/reauthConfirm';

describe('c-reauth-confirm', () => {
    it.each([true, false])('passes the question on, and the answer %s back', async (answer) => {
        const open = jest.fn().mockResolvedValue(answer);
        Object.assign(LightningConfirm, { open });
        expect(await confirmed('Disconnect?', 'It cannot be undone.')).toBe(answer);
        expect(open).toHaveBeenCalledWith({ label: 'Disconnect?', message: 'It cannot be undone.' });
    });
});
