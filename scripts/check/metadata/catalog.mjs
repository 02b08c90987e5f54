import { codeOnly } from '../lib/apex-source.mjs';
import { finding } from '../lib/gate.mjs';
import { all, parseXml, value } from '../lib/xml.mjs';
import { readBundles } from './bundles.mjs';

const TEST_CLASS = /@IsTest\b[^{;]*\bclass\b/i;

/** Everything a project declares, by name, for the checks that follow references; and the list of findings. */
export class Catalog {
    findings = [];

    constructor(project) {
        this.config = project.config;
        const paths = new Set(project.files.map((file) => file.path));
        // compiled output says what its source says
        this.sources = project.files.filter(
            (file) => !paths.has(file.path.replace(/\.js$/, '.ts')) || !file.path.endsWith('.js')
        );
        this.xmlFiles = project
            .matching(/-meta\.xml$/)
            .map((file) => ({ ...file, xml: parseXml(file.text), suffix: /\.(\w+)-meta\.xml$/.exec(file.name)?.[1] }));
        this.apex = new Map(
            project
                .matching(/\.(cls|trigger)$/)
                .map((file) => [
                    file.name.replace(/\.\w+$/, ''),
                    { ...file, code: codeOnly(file.text), isTest: TEST_CLASS.test(codeOnly(file.text)) }
                ])
        );
        this.objects = this.#readObjects();
        this.labels = this.#readLabels();
        this.bundles = readBundles(this);
    }

    report(file, line, message) {
        this.findings.push(finding(file.path, line, message));
    }

    /** The files of one metadata suffix. */
    of(suffix) {
        return this.xmlFiles.filter((file) => file.suffix === suffix);
    }

    /** The file that declares a component of that suffix, or undefined. */
    find(suffix, name) {
        return this.xmlFiles.find((file) => file.suffix === suffix && file.name === `${name}.${suffix}-meta.xml`);
    }

    /** The custom field, or undefined; `qualified` is Object__c.Field__c. */
    field(qualified) {
        const [object, field] = qualified.split('.');
        return this.objects.get(object)?.fields.get(field);
    }

    #readObjects() {
        const objects = new Map();
        const entry = (name) =>
            objects.get(name) ?? objects.set(name, { name, file: null, fields: new Map() }).get(name);
        for (const file of this.of('object'))
            Object.assign(entry(file.name.split('.')[0]), { file, root: file.xml.root });
        for (const file of this.of('field')) {
            const object = /([^/]+)\/fields\/[^/]+$/.exec(file.path)?.[1];
            const name = file.name.split('.')[0];
            if (object) entry(object).fields.set(name, { name, object, file, root: file.xml.root });
        }
        return objects;
    }

    #readLabels() {
        const labels = new Map();
        for (const file of this.of('labels')) {
            for (const element of all(file.xml.root, 'labels')) {
                const name = value(element, 'fullName') ?? '';
                if (labels.has(name)) this.report(file, element.line, `label ${name} is declared twice`);
                else labels.set(name, { name, file, element });
            }
        }
        return labels;
    }
}

/** Whether a name is one that Salesforce gives: those of a project end in __c, __mdt, __e. */
export const isStandard = (name) => !/__\w+$/.test(name);
