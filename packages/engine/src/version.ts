/** Version of this package, part of every digest: two versions may round a last bit differently. */
export const engineVersion = "0.1.0";
