// Generated from the routes by tools/generate.ts; do not edit.
export interface paths {
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what: newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    subject_id?: string;
                    actor_id?: string;
                    action?: string;
                    request_id?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                action: string;
                                subject_type: string;
                                /** Format: uuid */
                                subject_id: string;
                                actor_kind: string;
                                actor_id: string | null;
                                actor_name: string | null;
                                request_id: string;
                                before: unknown;
                                after: unknown;
                                reason: string | null;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                recorded_at: string;
                            }[];
                            next_cursor: string | null;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            /** @description A sentence for the person, in their language */
                            detail: string;
                            /** @description Stable: module.reason */
                            code: string;
                            /** @description never, later or same-key */
                            retry: string;
                            request_id: string;
                            values?: {
                                [key: string]: string;
                            };
                            fields?: {
                                [key: string]: {
                                    code: string;
                                    detail: string;
                                };
                            };
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            /** @description A sentence for the person, in their language */
                            detail: string;
                            /** @description Stable: module.reason */
                            code: string;
                            /** @description never, later or same-key */
                            retry: string;
                            request_id: string;
                            values?: {
                                [key: string]: string;
                            };
                            fields?: {
                                [key: string]: {
                                    code: string;
                                    detail: string;
                                };
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dev/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages that would have been sent; development only */
        get: {
            parameters: {
                query?: {
                    address?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                message_key: string;
                                channel: string;
                                locale: string;
                                address: string;
                                subject: string | null;
                                body: string;
                                status: string;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                created_at: string;
                                sent_at: string | null;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            /** @description A sentence for the person, in their language */
                            detail: string;
                            /** @description Stable: module.reason */
                            code: string;
                            /** @description never, later or same-key */
                            retry: string;
                            request_id: string;
                            values?: {
                                [key: string]: string;
                            };
                            fields?: {
                                [key: string]: {
                                    code: string;
                                    detail: string;
                                };
                            };
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            /** @description A sentence for the person, in their language */
                            detail: string;
                            /** @description Stable: module.reason */
                            code: string;
                            /** @description never, later or same-key */
                            retry: string;
                            request_id: string;
                            values?: {
                                [key: string]: string;
                            };
                            fields?: {
                                [key: string]: {
                                    code: string;
                                    detail: string;
                                };
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
