import { LightningElement } from 'lwc';

/** A page of somebody who uses the guard, with all of its slots. */
export default class GuardedPage extends LightningElement {}
