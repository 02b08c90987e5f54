/** Fields by name: those that every object of a kind has, and those that the project declares. */
import { value } from '../lib/xml.mjs';
import { isStandard } from './catalog.mjs';

/** In lower case (Object Reference: System Fields; Platform Events and Custom Metadata Types Developer Guides). */
const SYSTEM_FIELDS = {
    __c: [
        'id',
        'name',
        'ownerid',
        'createdbyid',
        'createddate',
        'lastmodifiedbyid',
        'lastmodifieddate',
        'lastvieweddate',
        'lastreferenceddate',
        'systemmodstamp',
        'isdeleted'
    ],
    __e: ['replayid', 'eventuuid', 'createdbyid', 'createddate'],
    __mdt: ['id', 'developername', 'masterlabel', 'label', 'language', 'namespaceprefix', 'qualifiedapiname']
};

const systemFields = (objectName) => SYSTEM_FIELDS[/__\w+$/.exec(objectName)?.[0].toLowerCase()] ?? [];

/** What is wrong with the name of an object, or null; Salesforce's own are taken as they are. */
export const objectProblem = (catalog, name) =>
    isStandard(name) || catalog.objects.get(name)?.file ? null : `there is no object ${name}`;

/**
 * What is wrong with a path of fields that starts at an object, or null: `State__c`, `Status__r.State__c`,
 * `Owner.Name`. Where the path enters an object of Salesforce's own, its standard fields are taken as they are.
 */
export function fieldProblem(catalog, objectName, path) {
    const complaint = objectProblem(catalog, objectName);
    if (complaint) return complaint;
    const [head, ...rest] = path.split('.');
    const field = catalog.objects.get(objectName)?.fields.get(head.replace(/__r$/, '__c'));
    const known = field || isStandard(head);
    const ofSystem = systemFields(objectName);
    const name = head.toLowerCase();
    const standard = isStandard(objectName) || ofSystem.includes(name) || ofSystem.includes(`${name}id`);
    if (!known || (!field && !standard)) return `there is no field ${objectName}.${head}`;
    if (rest.length === 0) return null;
    const target = field && value(field.root, 'referenceTo');
    if (field && !target) return `${objectName}.${head} leads to no other object`;
    return target ? fieldProblem(catalog, target, rest.join('.')) : null;
}
