/** The file in the vendor folder that a module is in. */
export function vendorFile(id: string): string {
    return `${id.replaceAll(/[@/.]/g, '_')}.js`;
}
