/** Apps, tabs, quick actions, list views and layouts: what they name must exist. */
import { all, descendants, first, value } from '../lib/xml.mjs';
import { placed } from './bundles.mjs';
import { isStandard } from './catalog.mjs';
import { fieldProblem, objectProblem } from './fields.mjs';

function checkTab(catalog, file) {
    const { root } = file.xml;
    const component = first(root, 'lwcComponent');
    if (component) placed(catalog, file, component, component.text.trim(), 'lightning__Tab');
    const page = first(root, 'flexiPage');
    const target = page && catalog.find('flexipage', page.text.trim());
    if (page && !target) catalog.report(file, page.line, `<flexiPage>: there is no page ${page.text.trim()}`);
    else if (target && value(target.xml.root, 'type') !== 'AppPage')
        catalog.report(file, page.line, `<flexiPage>: ${page.text.trim()} is not an AppPage`);
    const object = file.name.split('.')[0];
    if (value(root, 'customObject') === 'true' && !catalog.objects.get(object)?.file) {
        catalog.report(file, root.line, `<customObject>: there is no object ${object}`);
    }
}

function checkApp(catalog, file) {
    const { root } = file.xml;
    const missing = (element, suffix) => {
        const name = element.text.trim();
        if (!name.startsWith('standard-') && !catalog.find(suffix, name))
            catalog.report(file, element.line, `<${element.name}>: there is no ${suffix} ${name}`);
        return catalog.find(suffix, name);
    };
    [...all(root, 'tabs'), ...all(root, 'defaultLandingTab')].forEach((tab) => missing(tab, 'tab'));
    for (const tab of descendants(first(root, 'workspaceConfig'), 'tab')) missing(tab, 'tab');
    for (const bar of all(root, 'utilityBar')) {
        const page = missing(bar, 'flexipage');
        if (page && value(page.xml.root, 'type') !== 'UtilityBar')
            catalog.report(file, bar.line, `<utilityBar>: ${bar.text.trim()} is not a UtilityBar`);
    }
    for (const override of [...all(root, 'actionOverrides'), ...all(root, 'profileActionOverrides')]) {
        if (value(override, 'type') === 'Flexipage') missing(first(override, 'content'), 'flexipage');
        const object = value(override, 'pageOrSobjectType');
        const problem = objectProblem(catalog, object);
        if (problem) catalog.report(file, override.line, `<pageOrSobjectType>: ${problem}`);
    }
}

/** A quick action of an object is named Object.Action, a global one Action. */
function checkQuickAction(catalog, file) {
    const { root } = file.xml;
    const [object, action] = file.name.split('.');
    const isGlobal = action === 'quickAction-meta';
    const own = isGlobal ? null : objectProblem(catalog, object);
    if (own) catalog.report(file, root.line, own);
    const component = first(root, 'lightningWebComponent');
    if (component) {
        const target = isGlobal ? 'lightning__GlobalAction' : 'lightning__RecordAction';
        placed(catalog, file, component, component.text.trim().replace(/^c:/, ''), target);
    }
    const flow = first(root, 'flowDefinition');
    if (flow && !catalog.find('flow', flow.text.trim()))
        catalog.report(file, flow.line, `<flowDefinition>: there is no flow ${flow.text.trim()}`);
    const target = value(root, 'targetObject') ?? (isGlobal ? undefined : object);
    const fields = [...descendants(root, 'quickActionLayoutItems'), ...all(root, 'fieldOverrides')].flatMap((item) =>
        all(item, 'field')
    );
    checkFields(catalog, file, target, fields);
}

function checkFields(catalog, file, object, fields) {
    if (!object) return;
    for (const field of fields) {
        const problem = fieldProblem(catalog, object, field.text.trim());
        if (problem) catalog.report(file, field.line, `<${field.name}>: ${problem}`);
    }
}

/** Columns of a list view that are no API names of fields (Metadata API Developer Guide: ListView). */
const LIST_COLUMN =
    /^(NAME|RECORDTYPE|OWNER\.(ALIAS|FIRST_NAME|LAST_NAME)|(CREATED|UPDATED)BY_USER(\.ALIAS)?|CREATED_DATE|LAST_UPDATE|LAST_ACTIVITY)$/;

function checkListView(catalog, file) {
    const object = /([^/]+)\/listViews\/[^/]+$/.exec(file.path)?.[1] ?? '';
    const { root } = file.xml;
    const name = file.name.split('.')[0];
    if (value(root, 'fullName') !== name) {
        catalog.report(file, root.line, `<fullName> is '${value(root, 'fullName')}', but the file is ${name}`);
    }
    const columns = [...all(root, 'columns'), ...all(root, 'filters').flatMap((filter) => all(filter, 'field'))];
    for (const column of columns) {
        const text = column.text.trim();
        if (isStandard(object) ? isStandard(text) : LIST_COLUMN.test(text)) continue;
        const problem = isStandard(text) ? `no list view has the column ${text}` : fieldProblem(catalog, object, text);
        if (problem) catalog.report(file, column.line, `<${column.name}>: ${problem}`);
    }
}

function checkLayout(catalog, file) {
    const object = file.name.split('-')[0];
    checkFields(
        catalog,
        file,
        object,
        descendants(file.xml.root, 'layoutItems').flatMap((item) => all(item, 'field'))
    );
}

export function checkApps(catalog) {
    for (const file of catalog.of('tab')) checkTab(catalog, file);
    for (const file of catalog.of('app')) checkApp(catalog, file);
    for (const file of catalog.of('quickAction')) checkQuickAction(catalog, file);
    for (const file of catalog.of('listView')) checkListView(catalog, file);
    for (const file of catalog.of('layout')) checkLayout(catalog, file);
}
