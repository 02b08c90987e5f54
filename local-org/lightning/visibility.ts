import type { Element } from '../platform/xml.ts';
import type { VisibilityCriterion } from './site.ts';

const FIELD = /^\{!Record\.(\w+)\}$/;

/**
 * When a component of a record page shows; nothing for one that always does. What the platform's comparisons do with
 * text, numbers and other records is refused rather than guessed.
 */
export function readVisibility(
    instance: Element,
    from: string,
    isOnRecordPage: boolean
): { visibility?: readonly VisibilityCriterion[] } {
    const [rule] = instance.all('visibilityRule');
    if (!rule) return {};
    const isTab = instance.text('componentName') === 'flexipage:tab';
    if (!isOnRecordPage || isTab || rule.text('booleanFilter') !== undefined) {
        throw new Error(`${from} has a visibility rule that local-org cannot judge there, or one with filter logic`);
    }
    return { visibility: rule.all('criteria').map((criterion) => readCriterion(criterion, from)) };
}

// Imitates: a component shows while all criteria of its rule hold — Metadata API: FlexiPage, UiFormulaRule [C]
function readCriterion(criterion: Element, from: string): VisibilityCriterion {
    const left = criterion.text('leftValue') ?? '';
    const operator = criterion.text('operator') ?? '';
    const right = criterion.text('rightValue') ?? '';
    const [, field] = FIELD.exec(left) ?? [];
    if (field === undefined || (operator !== 'EQUAL' && operator !== 'NE') || !['true', 'false'].includes(right)) {
        throw new Error(`${from} has the visibility rule ${left} ${operator} ${right}, which local-org cannot judge`);
    }
    return { field, equal: operator === 'EQUAL', value: right === 'true' };
}
