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
    "/api/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The roles of this product and what each allows
         * @description Roles are part of the product’s policy; they change with a release, not here.
         */
        get: {
            parameters: {
                query?: never;
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
                                /** @description Name of a role */
                                name: string;
                                permissions: string[];
                                /** @description True when the role is only given for one partner */
                                scoped: boolean;
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
    "/api/memberships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who holds which role */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    /** @description Name of a role */
                    role?: string;
                    /** @description What the role is limited to: the id of a partner */
                    scope?: string;
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
                                /** @description Identifier, usr_ and 26 characters */
                                user_id: string;
                                /** @description Name of a role */
                                role: string;
                                scope: string | null;
                                granted_by: string | null;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                granted_at: string;
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
    "/api/memberships/{user_id}/{role}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give a person a role
         * @description Safe to repeat. A role of a partner’s staff needs the partner as `scope`. Effective with the person’s next request. Refuses `access.own_roles`: nobody gives themselves rights.
         */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, usr_ and 26 characters */
                    user_id: string;
                    /** @description Name of a role */
                    role: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description What the role is limited to: the id of a partner
                         */
                        scope?: string;
                    };
                };
            };
            responses: {
                /** @description No content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
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
        post?: never;
        /**
         * Take a role away
         * @description Safe to repeat. Effective with the person’s next request. Refuses `access.own_roles`.
         */
        delete: {
            parameters: {
                query?: {
                    /** @description What the role is limited to: the id of a partner */
                    scope?: string;
                };
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, usr_ and 26 characters */
                    user_id: string;
                    /** @description Name of a role */
                    role: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
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
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My inbox, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
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
                                title: string;
                                body: string;
                                about_type: string | null;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                created_at: string;
                                read_at: string | null;
                            }[];
                            next_cursor: string | null;
                            unread: number;
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
    "/api/me/notifications/{id}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * I have read this
         * @description Safe to repeat.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The accounts of one owner, with their balances */
        get: {
            parameters: {
                query: {
                    cursor?: string;
                    limit?: number;
                    /** @description UUID, or the id of a person or partner as shown */
                    owner: string;
                    kind?: string;
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
                                /** @description Identifier, acc_ and 26 characters */
                                id: string;
                                /** Format: uuid */
                                owner_id: string;
                                kind: string;
                                ref: string | null;
                                asset: string;
                                mode: "guarded" | "deferred";
                                /** @description Integer string of minor units */
                                posted_minor: string;
                                /** @description Integer string of minor units */
                                held_minor: string;
                                /** @description Integer string of minor units */
                                available_minor: string;
                                floor_minor: string | null;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                opened_at: string;
                                frozen_at: string | null;
                                frozen_reason: string | null;
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
    "/api/ledger/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One account with its balance */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Identifier, acc_ and 26 characters */
                    id: string;
                };
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
                            /** @description Identifier, acc_ and 26 characters */
                            id: string;
                            /** Format: uuid */
                            owner_id: string;
                            kind: string;
                            ref: string | null;
                            asset: string;
                            mode: "guarded" | "deferred";
                            /** @description Integer string of minor units */
                            posted_minor: string;
                            /** @description Integer string of minor units */
                            held_minor: string;
                            /** @description Integer string of minor units */
                            available_minor: string;
                            floor_minor: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            opened_at: string;
                            frozen_at: string | null;
                            frozen_reason: string | null;
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
    "/api/ledger/accounts/{id}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The entries of one account, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @description Identifier, acc_ and 26 characters */
                    id: string;
                };
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
                                /** @description Identifier, trf_ and 26 characters */
                                transfer_id: string;
                                /** Format: uuid */
                                transfer_owner_id: string;
                                kind: string;
                                /** @description Integer string of minor units */
                                amount_minor: string;
                                balance_after_minor: string | null;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                effective_at: string;
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
    "/api/ledger/accounts/{id}/freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop an account until it has been looked at
         * @description Postings and holds on it are refused with `ledger.account_frozen`. Repeating keeps the first reason.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, acc_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description No content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
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
        /** Let a frozen account move again */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, acc_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
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
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What every kind of account held at an instant; each asset sums to zero */
        get: {
            parameters: {
                query?: {
                    /** @description Instant, ISO 8601, UTC */
                    at?: string;
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
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            at: string;
                            balanced: boolean;
                            lines: {
                                kind: string;
                                asset: string;
                                accounts: string;
                                /** @description Integer string of minor units */
                                balance_minor: string;
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
    "/api/ledger/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest proof of the ledger; null before the first */
        get: {
            parameters: {
                query?: never;
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
                            /** Format: uuid */
                            id: string;
                            scope: "incremental" | "full";
                            passed: boolean;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            started_at: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            finished_at: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            cut_off: string;
                            counts: {
                                [key: string]: number;
                            };
                            discrepancies: {
                                check: string;
                                owner_id: string | null;
                                id: string;
                                detail: string;
                            }[];
                        } | null;
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
        /**
         * Prove the whole ledger now
         * @description Starts a full proof in the background; its result appears at `GET /ledger/proof`. Safe to repeat.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No content */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Jobs in the queue, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    failed?: boolean;
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
                                task: string;
                                /** @description Ids only; no job carries a secret */
                                payload: unknown;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                run_at: string;
                                attempts: number;
                                max_attempts: number;
                                last_error: string | null;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                created_at: string;
                                running: boolean;
                                given_up: boolean;
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
    "/api/operations/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a job again now
         * @description Safe to repeat: what jobs do is safe to repeat. Refuses `operations.job_not_found`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
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
