import LightningConfirm from 'lightning/confirm';

interface Question {
    readonly label: string;
    readonly message: string;
}

/** The types of the platform leave out the one way in which the dialog can be opened. */
const dialog = LightningConfirm as unknown as { readonly open: (question: Question) => Promise<boolean> };

/** Asks before something is done that cannot be undone; false when the user would rather not. */
export function confirmed(label: string, message: string): Promise<boolean> {
    return dialog.open({ label, message });
}
