// Generated from the routes by tools/generate.ts; do not edit.
export interface paths {
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, newest first unless `sort=oldest` */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    sort?: "newest" | "oldest";
                    /** @description Instant, ISO 8601, UTC */
                    from?: string;
                    /** @description Instant, ISO 8601, UTC */
                    to?: string;
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
    "/api/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages to a person, about a thing, or of all: newest first, without what they say
         * @description `person` or `about` are prefixed ids; at most 40. Addresses are masked.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Identifier, usr_ and 26 characters */
                    person?: string;
                    about?: string;
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
                                /** @description Identifier, msg_ and 26 characters */
                                id: string;
                                /** @description Which message it is */
                                message_key: string;
                                channel: "sms" | "email";
                                to: string | null;
                                status: string;
                                attempts: number;
                                error: string | null;
                                about_type: string | null;
                                about: string | null;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                created_at: string;
                                sent_at: string | null;
                                failed_at: string | null;
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
    "/api/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One message with what it says
         * @description Each reading is on record. Messages that let somebody sign in or take over are shown without their words, links without their secret. Refuses `kernel.not_found`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Identifier, msg_ and 26 characters */
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
                            /** @description Identifier, msg_ and 26 characters */
                            id: string;
                            /** @description Which message it is */
                            message_key: string;
                            channel: "sms" | "email";
                            to: string | null;
                            status: string;
                            attempts: number;
                            error: string | null;
                            about_type: string | null;
                            about: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            created_at: string;
                            sent_at: string | null;
                            failed_at: string | null;
                            locale: string;
                            subject: string | null;
                            body: string | null;
                            secret: boolean;
                            provider_id: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            not_before: string;
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
    "/api/images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a picture
         * @description The bytes of a JPEG, PNG, WebP, AVIF or GIF (its first frame) of at most 8 MB; what it is is read from the bytes. It is turned upright, cropped to 1200 × 630 and 600 × 315 around what draws the eye, and kept as WebP without any metadata. The same bytes of the same person are the same picture: safe to repeat. Goes after seven days unless something uses it. Refuses `media.not_a_picture`, `media.heic_unsupported`, `media.too_heavy`, `media.too_big`, `media.too_small`, `media.broken`, `media.too_many`, `media.busy`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "image/jpeg": unknown;
                    "image/png": unknown;
                    "image/webp": unknown;
                    "image/avif": unknown;
                    "image/gif": unknown;
                    "image/heic": unknown;
                    "image/heif": unknown;
                    "application/octet-stream": unknown;
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, img_ and 26 characters */
                            image_id: string;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/images/{id}/{size}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A picture in one of its sizes, as WebP
         * @description `large` has 1200 × 630 points, `small` 600 × 315. Never changes, so it may be kept for ever.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Identifier, img_ and 26 characters */
                    id: string;
                    size: "large" | "small";
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
                        "application/json": string;
                    };
                };
                /** @description Default Response */
                304: {
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
                    /** @description Identifier, prt_ and 26 characters */
                    scope?: string;
                    /** @description Identifier, usr_ and 26 characters */
                    user_id?: string;
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
                        /** @description Identifier, prt_ and 26 characters */
                        scope?: string;
                        /** @description Why; kept in the audit trail */
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/memberships/{user_id}/{role}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a role away
         * @description Safe to repeat. Effective with the person’s next request. Refuses `access.own_roles`.
         */
        post: {
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
                        /** @description Identifier, prt_ and 26 characters */
                        scope?: string;
                        /** @description Why; kept in the audit trail */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/otp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a one-time code by SMS
         * @description The answer is the same whether or not the number has an account. A new code voids the one before. Codes are valid for 10 minutes and 5 attempts. `add_phone` confirms a further or new number of the signed-in person. Refuses `identity.phone_invalid`, `identity.phone_not_mobile`, `identity.resend_too_soon` (30 s, then 60 s) and `kernel.too_many_requests` (limits per number, address, range of numbers and foreign country).
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
            requestBody: {
                content: {
                    "application/json": {
                        /** @description As people write it: 77 123 45 67, or with the country code */
                        phone: string;
                        /** @default sign_in */
                        purpose?: "sign_in" | "add_phone";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, otp_ and 26 characters */
                            challenge_id: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            resend_at: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            expires_at: string;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/otp/{challenge_id}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with the code, or confirm the number
         * @description Makes the account when the number is proven for the first time, and signs in: the session token is in the answer and in a cookie. Every attempt counts. Takes no Idempotency-Key, because the answer carries a secret; a code works once. Refuses `identity.code_wrong` (with `attempts_left`), `identity.code_exhausted`, `identity.code_expired`, `identity.suspended`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Identifier, otp_ and 26 characters */
                    challenge_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The six digits */
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Session token, shown once. Browsers get it as an HttpOnly cookie too. */
                            token?: string;
                            /** @description The session opens nothing before POST /sessions/current/second-factor */
                            second_factor_required: boolean;
                            user: {
                                /** @description Identifier, usr_ and 26 characters */
                                id: string;
                                /** @description The account was made just now */
                                is_new: boolean;
                            };
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign up with e-mail and password
         * @description Mails a link, valid 24 hours; the account is made when it is used. The answer is the same for an address that has an account: its owner gets a mail that says so. Takes no Idempotency-Key, because the body carries a password.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description E-mail address */
                        email: string;
                        /** @description At least 8 characters, any */
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "accepted";
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/email-verifications/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm an address by the mailed link
         * @description Works once, for 24 hours. A sign-up becomes an account; sign in with the password afterwards.
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
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The token of the mailed link */
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, usr_ and 26 characters */
                            user_id: string;
                            /** @enum {boolean} */
                            email_verified: true;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The devices the person is signed in on */
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
                                /** @description Identifier, ses_ and 26 characters */
                                id: string;
                                /** @description What the browser says it is; may be empty */
                                device: string;
                                ip: string | null;
                                /** @description The session of this request */
                                current: boolean;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                created_at: string;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                last_seen_at: string;
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
        /**
         * Sign in with e-mail and password
         * @description Wrong address, wrong password and unconfirmed address give one refusal, `identity.invalid_credentials`. After 5 failures on an account (30 from one address) waiting begins at 30 seconds and doubles (`identity.sign_in_blocked`). Takes no Idempotency-Key, because the answer carries a secret.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description E-mail address */
                        email: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Session token, shown once. Browsers get it as an HttpOnly cookie too. */
                            token: string;
                            /** @description The session opens nothing before POST /sessions/current/second-factor */
                            second_factor_required: boolean;
                            user: {
                                /** @description Identifier, usr_ and 26 characters */
                                id: string;
                                /** @description The account was made just now */
                                is_new: boolean;
                            };
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a link to set a new password
         * @description The answer is the same whether or not the address has an account. The link works once, for one hour.
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
            requestBody: {
                content: {
                    "application/json": {
                        /** @description E-mail address */
                        email: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "accepted";
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password-resets/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password by the mailed link
         * @description Signs out every device. Takes no Idempotency-Key, because the body carries a password; the link works once. Refuses `identity.link_invalid` and what is wrong with the password.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The token of the mailed link */
                        token: string;
                        /** @description At least 8 characters, any */
                        password: string;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed-in person: contacts, roles, session */
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
                            /** @description Identifier, usr_ and 26 characters */
                            id: string;
                            phone: string | null;
                            phone_verified: boolean;
                            email: string | null;
                            email_verified: boolean;
                            /** @description BCP 47 */
                            locale: string;
                            roles: string[];
                            /** @description Held everywhere */
                            permissions: string[];
                            /** @description Partners the person works for */
                            partner_ids: string[];
                            /** @description Held for at least one of these partners */
                            partner_permissions: string[];
                            /** @description A role of theirs opens nothing before they have one */
                            second_factor_needed: boolean;
                            session: {
                                /** @description Identifier, ses_ and 26 characters */
                                id: string;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                authenticated_at: string;
                                /** @description Ask for a new token: POST /sessions/current/rotation */
                                rotation_due: boolean;
                            };
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
    "/api/email-verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm or change the own e-mail address
         * @description Mails a link, valid 24 hours, to the given address (without one: to the address on file). It becomes the person’s address when the link is used.
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
            requestBody: {
                content: {
                    "application/json": {
                        email?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "accepted";
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign out here
         * @description Also for a session that has ended already: the cookie goes in any case.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
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
    "/api/sessions/current/rotation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new token for this session, when it is due
         * @description A token is due for a new one after 24 hours (`rotation_due` of GET /me). The old one works for a minute more; used later, while the new one is in use, it ends the session. Takes no Idempotency-Key, because the answer carries a secret. Safe to repeat: a token that never arrived is replaced.
         */
        post: {
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
                            rotated: boolean;
                            token?: string;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign out one device
         * @description Safe to repeat. Refuses `kernel.not_found` for a session that is not the person’s.
         */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, ses_ and 26 characters */
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
    "/api/sessions/others/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out every other device */
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
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description How many sessions ended */
                            ended: number;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the person has a second factor */
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
                            since: string | null;
                            recovery_codes_left: number;
                            /** @description One was begun and waits for its first code */
                            enrolling: boolean;
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
    "/api/me/second-factor/enrolment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The second factor that is being set up */
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
                            /** @description Base32, to type in */
                            secret: string;
                            /** @description otpauth://…, as a QR code */
                            uri: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            expires_at: string;
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
        /**
         * Begin to set up a second factor
         * @description It asks for nothing before its first code was taken. Safe to repeat: for 30 minutes the secret is the same. Takes no Idempotency-Key, because the answer carries a secret. Only within ten minutes after signing in: refuses `identity.sign_in_again` else, and `identity.second_factor_exists`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Base32, to type in */
                            secret: string;
                            /** @description otpauth://…, as a QR code */
                            uri: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            expires_at: string;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/second-factor/enrolment/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the first code: the second factor holds from now on
         * @description This session has proven it, every other one must. Takes no Idempotency-Key, because the answer carries secrets. Refuses `identity.second_factor_wrong`, `identity.second_factor_blocked`, `identity.second_factor_exists`, `identity.sign_in_again`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Six digits, or a recovery code */
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Each works once; shown this once */
                            recovery_codes: string[];
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * New recovery codes; the ones before are void
         * @description Takes no Idempotency-Key, because the answer carries secrets. Refuses `identity.no_second_factor`.
         */
        post: {
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
                            /** @description Each works once; shown this once */
                            recovery_codes: string[];
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/second-factor/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove the second factor
         * @description With a code of it, or a recovery code. A role that needs one opens nothing until there is another. Takes no Idempotency-Key, because the body carries a code. Refuses `identity.second_factor_wrong`, `identity.second_factor_blocked`, `identity.no_second_factor`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Six digits, or a recovery code */
                        code: string;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/current/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this session still has to prove its second factor */
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
                            required: boolean;
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
        /**
         * Prove the second factor for this session
         * @description Finishes a sign-in that said `second_factor_required`, and opens acts on money and rights for ten minutes (`identity.step_up_required`). A code works once; every try counts, and after five failures waiting begins at 30 seconds and doubles. Takes no Idempotency-Key, because the body carries a code. Refuses `identity.second_factor_wrong`, `identity.second_factor_blocked`, `identity.no_second_factor`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Six digits, or a recovery code */
                        code: string;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dev/authenticator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people’s authenticators show; development only */
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
                                /** @description Identifier, usr_ and 26 characters */
                                user_id: string;
                                phone: string | null;
                                secret: string;
                                code: string | null;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                next_at: string;
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
    "/api/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find an account by its whole number or address
         * @description For staff. Contacts are shown masked; each search is on record. Empty when there is none.
         */
        get: {
            parameters: {
                query?: {
                    phone?: string;
                    email?: string;
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
                                id: string;
                                status: "active" | "suspended" | "erased";
                                phone: string | null;
                                phone_verified: boolean;
                                email: string | null;
                                email_verified: boolean;
                                locale: string;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                created_at: string;
                                last_sign_in_at: string | null;
                                second_factor_since: string | null;
                                suspended_at: string | null;
                                suspended_reason: string | null;
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
    "/api/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One account
         * @description For staff. Contacts are shown masked; each view is on record.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Identifier, usr_ and 26 characters */
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
                            /** @description Identifier, usr_ and 26 characters */
                            id: string;
                            status: "active" | "suspended" | "erased";
                            phone: string | null;
                            phone_verified: boolean;
                            email: string | null;
                            email_verified: boolean;
                            locale: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            created_at: string;
                            last_sign_in_at: string | null;
                            second_factor_since: string | null;
                            suspended_at: string | null;
                            suspended_reason: string | null;
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
    "/api/staff-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the accounts of people who hold a role stand
         * @description For the list of the team: last sign-in, second factor. In the order of GET /memberships, one a person.
         */
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
                                /** @description Identifier, usr_ and 26 characters */
                                user_id: string;
                                status: "active" | "suspended" | "erased";
                                phone: string | null;
                                last_sign_in_at: string | null;
                                second_factor_since: string | null;
                                /** @description A role of theirs opens nothing without one */
                                second_factor_required: boolean;
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
    "/api/users/{id}/suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend an account
         * @description The person can neither sign in nor act; what belongs to them stays theirs. Ends every session. Safe to repeat. Refuses `identity.own_account`, `identity.not_suspendable`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, usr_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Why; kept in the audit trail */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/reinstatement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lift a suspension
         * @description The person signs in anew. Safe to repeat. Refuses `identity.own_account`, `identity.not_suspendable`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, usr_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Why; kept in the audit trail */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/sessions/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign a person out everywhere
         * @description For a lost phone, say. Safe to repeat.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, usr_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Why; kept in the audit trail */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description How many sessions ended */
                            ended: number;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/second-factor/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove a person’s second factor who lost it
         * @description Ends their sessions; the person is told and sets up a new one. Refuses `identity.own_second_factor`, `identity.no_second_factor`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, usr_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Why; kept in the audit trail */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The own profile
         * @description Refuses `profiles.no_profile` (404) until there is one.
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
                            /** @description Identifier, usr_ and 26 characters */
                            user_id: string;
                            first_name: string;
                            last_name: string | null;
                            /** @description How others see the person */
                            display_name: string;
                            /** @description Calendar date, ISO 8601 */
                            date_of_birth: string;
                            /** @description When a person born on 29 February celebrates in a common year */
                            celebrates: "28_february" | "1_march";
                            /** @description BCP 47, one of the product’s */
                            locale: string;
                            /** @description IANA name */
                            time_zone: string;
                            visibility: "public" | "private";
                            allow_sponsor_contact: boolean;
                            identity_check: "not_required" | "required" | "submitted" | "passed" | "refused";
                            identity_check_note: string | null;
                            is_minor: boolean;
                            has_guardian: boolean;
                            /** @description May receive money: contact proven, guardian there for a minor, no check open */
                            verified: boolean;
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
        /**
         * Make or change the own profile
         * @description What is left out stays. The date of birth can be changed twice, and no longer once an identity check is under way or passed (`profiles.date_of_birth_locked`). A change from minor to adult makes an identity check `required`.
         */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        first_name: string;
                        last_name?: string | null;
                        display_name?: string;
                        /** @description Calendar date, ISO 8601 */
                        date_of_birth: string;
                        /** @description When a person born on 29 February celebrates in a common year */
                        celebrates?: "28_february" | "1_march";
                        /** @description BCP 47, one of the product’s */
                        locale?: string;
                        /** @description IANA name */
                        time_zone?: string;
                        visibility?: "public" | "private";
                        allow_sponsor_contact?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, usr_ and 26 characters */
                            user_id: string;
                            first_name: string;
                            last_name: string | null;
                            /** @description How others see the person */
                            display_name: string;
                            /** @description Calendar date, ISO 8601 */
                            date_of_birth: string;
                            /** @description When a person born on 29 February celebrates in a common year */
                            celebrates: "28_february" | "1_march";
                            /** @description BCP 47, one of the product’s */
                            locale: string;
                            /** @description IANA name */
                            time_zone: string;
                            visibility: "public" | "private";
                            allow_sponsor_contact: boolean;
                            identity_check: "not_required" | "required" | "submitted" | "passed" | "refused";
                            identity_check_note: string | null;
                            is_minor: boolean;
                            has_guardian: boolean;
                            /** @description May receive money: contact proven, guardian there for a minor, no check open */
                            verified: boolean;
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own addresses, by kind, the default first */
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
                                /** @description Identifier, adr_ and 26 characters */
                                id: string;
                                kind: "primary" | "billing" | "delivery";
                                recipient: string | null;
                                street: string;
                                city: string;
                                region: string | null;
                                postal_code: string | null;
                                country: string;
                                is_default: boolean;
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
        /**
         * Add an address
         * @description The first of a kind is its default. At most 20 (`profiles.too_many_addresses`).
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
            requestBody: {
                content: {
                    "application/json": {
                        kind: "primary" | "billing" | "delivery";
                        recipient?: string | null;
                        street: string;
                        city: string;
                        region?: string | null;
                        postal_code?: string | null;
                        /** @description ISO 3166-1; by default the product’s */
                        country?: string;
                        /** @description The default of its kind */
                        is_default?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, adr_ and 26 characters */
                            id: string;
                            kind: "primary" | "billing" | "delivery";
                            recipient: string | null;
                            street: string;
                            city: string;
                            region: string | null;
                            postal_code: string | null;
                            country: string;
                            is_default: boolean;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/addresses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Replace an address
         * @description A default stays the default until another address of the kind becomes it.
         */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, adr_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        kind: "primary" | "billing" | "delivery";
                        recipient?: string | null;
                        street: string;
                        city: string;
                        region?: string | null;
                        postal_code?: string | null;
                        /** @description ISO 3166-1; by default the product’s */
                        country?: string;
                        /** @description The default of its kind */
                        is_default?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, adr_ and 26 characters */
                            id: string;
                            kind: "primary" | "billing" | "delivery";
                            recipient: string | null;
                            street: string;
                            city: string;
                            region: string | null;
                            postal_code: string | null;
                            country: string;
                            is_default: boolean;
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
        post?: never;
        /**
         * Remove an address
         * @description Safe to repeat. The newest other address of the kind becomes the default.
         */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, adr_ and 26 characters */
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
    "/api/me/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the person wants to be told things */
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
                            channels: {
                                sms: boolean;
                                email: boolean;
                                in_app: boolean;
                            };
                            categories: {
                                pots: boolean;
                                gifts: boolean;
                                rewards: boolean;
                                partners: boolean;
                                /** @description Opt-in; for adults only */
                                marketing: boolean;
                            };
                            quiet_hours: {
                                /** @description HH:MM */
                                start: string;
                                /** @description HH:MM */
                                end: string;
                            } | null;
                            /** @description IANA name */
                            time_zone: string;
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
        /**
         * Replace the preferences
         * @description Codes, security notices and news of one’s own money gone wrong come in any case.
         */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        channels: {
                            sms: boolean;
                            email: boolean;
                            in_app: boolean;
                        };
                        categories: {
                            pots: boolean;
                            gifts: boolean;
                            rewards: boolean;
                            partners: boolean;
                            /** @description Opt-in; for adults only */
                            marketing: boolean;
                        };
                        quiet_hours: {
                            /** @description HH:MM */
                            start: string;
                            /** @description HH:MM */
                            end: string;
                        } | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            channels: {
                                sms: boolean;
                                email: boolean;
                                in_app: boolean;
                            };
                            categories: {
                                pots: boolean;
                                gifts: boolean;
                                rewards: boolean;
                                partners: boolean;
                                /** @description Opt-in; for adults only */
                                marketing: boolean;
                            };
                            quiet_hours: {
                                /** @description HH:MM */
                                start: string;
                                /** @description HH:MM */
                                end: string;
                            } | null;
                            /** @description IANA name */
                            time_zone: string;
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/guardian-invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own invitations and guardians, newest first */
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
                                /** @description Identifier, gdl_ and 26 characters */
                                id: string;
                                status: "invited" | "accepted" | "declined" | "expired" | "withdrawn" | "unlinked" | "came_of_age";
                                relation: "parent" | "grandparent" | "sibling" | "relative" | "guardian";
                                /** @description Masked */
                                contact: string;
                                guardian_id: string | null;
                                guardian_name: string | null;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                invited_at: string;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                expires_at: string;
                                decided_at: string | null;
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
        /**
         * Ask an adult to be the own guardian
         * @description For minors. Sends a link, good for seven days, by SMS or e-mail. Refuses `profiles.not_a_minor`, `profiles.guardian_self`, `profiles.already_invited`, `kernel.too_many_requests` (5 a day).
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
            requestBody: {
                content: {
                    "application/json": {
                        relation: "parent" | "grandparent" | "sibling" | "relative" | "guardian";
                        phone?: string;
                        email?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, gdl_ and 26 characters */
                            id: string;
                            status: "invited" | "accepted" | "declined" | "expired" | "withdrawn" | "unlinked" | "came_of_age";
                            relation: "parent" | "grandparent" | "sibling" | "relative" | "guardian";
                            /** @description Masked */
                            contact: string;
                            guardian_id: string | null;
                            guardian_name: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            invited_at: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            expires_at: string;
                            decided_at: string | null;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/guardian-invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take an invitation back, or end the link with a guardian
         * @description Safe to repeat. Without a guardian a minor can open and receive nothing new.
         */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, gdl_ and 26 characters */
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
    "/api/guardian-invitations/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who asks, for whoever holds the link
         * @description Shows the child’s first name and nothing else of them.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
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
                            child_first_name: string;
                            relation: "parent" | "grandparent" | "sibling" | "relative" | "guardian";
                            status: "invited" | "accepted" | "declined" | "expired" | "withdrawn" | "unlinked" | "came_of_age";
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            expires_at: string;
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
    "/api/guardian-invitations/{token}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Become the child’s guardian
         * @description For a signed-in adult with a profile and a verified account. Refuses `profiles.guardian_self`, `profiles.guardian_minor`, `profiles.no_profile`, `profiles.guardian_unverified`, `profiles.child_of_age`, `profiles.already_guardian`, `profiles.invitation_answered`, `profiles.invitation_expired`, `profiles.invitation_invalid`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    token: string;
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
                            /** @description Identifier, usr_ and 26 characters */
                            child_id: string;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/guardian-invitations/{token}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline the invitation
         * @description For whoever holds the link, with or without an account. The child is told.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    token: string;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/wards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The minors the person is the guardian of */
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
                                /** @description Identifier, usr_ and 26 characters */
                                user_id: string;
                                first_name: string;
                                display_name: string;
                                /** @description Calendar date, ISO 8601 */
                                date_of_birth: string;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                linked_at: string;
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
    "/api/me/wards/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Stop being a child’s guardian */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, usr_ and 26 characters */
                    user_id: string;
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
    "/api/me/identity-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit an identity document for review
         * @description In place of an earlier one. Refuses `profiles.document_invalid`, and `profiles.check_not_now` once the check is passed.
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
            requestBody: {
                content: {
                    "application/json": {
                        kind: "passport" | "national_id" | "birth_certificate";
                        /** @description ISO 3166-1, the document’s */
                        country: string;
                        number: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, usr_ and 26 characters */
                            user_id: string;
                            first_name: string;
                            last_name: string | null;
                            /** @description How others see the person */
                            display_name: string;
                            /** @description Calendar date, ISO 8601 */
                            date_of_birth: string;
                            /** @description When a person born on 29 February celebrates in a common year */
                            celebrates: "28_february" | "1_march";
                            /** @description BCP 47, one of the product’s */
                            locale: string;
                            /** @description IANA name */
                            time_zone: string;
                            visibility: "public" | "private";
                            allow_sponsor_contact: boolean;
                            identity_check: "not_required" | "required" | "submitted" | "passed" | "refused";
                            identity_check_note: string | null;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Documents that wait for review, the longest first */
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
                                /** @description Identifier, usr_ and 26 characters */
                                user_id: string;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                submitted_at: string;
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
    "/api/users/{id}/identity-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A person’s profile and document, for review
         * @description Each view is on record.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Identifier, usr_ and 26 characters */
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
                            profile: {
                                /** @description Identifier, usr_ and 26 characters */
                                user_id: string;
                                first_name: string;
                                last_name: string | null;
                                /** @description How others see the person */
                                display_name: string;
                                /** @description Calendar date, ISO 8601 */
                                date_of_birth: string;
                                /** @description When a person born on 29 February celebrates in a common year */
                                celebrates: "28_february" | "1_march";
                                /** @description BCP 47, one of the product’s */
                                locale: string;
                                /** @description IANA name */
                                time_zone: string;
                                visibility: "public" | "private";
                                allow_sponsor_contact: boolean;
                                identity_check: "not_required" | "required" | "submitted" | "passed" | "refused";
                                identity_check_note: string | null;
                            };
                            document: {
                                kind: "passport" | "national_id" | "birth_certificate";
                                /** @description ISO 3166-1, the document’s */
                                country: string;
                                number: string;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                submitted_at: string;
                            } | null;
                            /** @description The document has verified another account */
                            document_taken: boolean;
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
        /**
         * Decide a person’s identity check
         * @description Asks for a check (`required`), passes or refuses what was submitted, or takes the demand back (`not_required`). The note is shown to the person. `date_of_birth` is what the document says, where it differs. Safe to repeat. Refuses `profiles.own_check`, `profiles.check_not_now`, `profiles.document_taken`.
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
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        status: "not_required" | "required" | "passed" | "refused";
                        note?: string;
                        /** @description Calendar date, ISO 8601 */
                        date_of_birth?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, usr_ and 26 characters */
                            user_id: string;
                            first_name: string;
                            last_name: string | null;
                            /** @description How others see the person */
                            display_name: string;
                            /** @description Calendar date, ISO 8601 */
                            date_of_birth: string;
                            /** @description When a person born on 29 February celebrates in a common year */
                            celebrates: "28_february" | "1_march";
                            /** @description BCP 47, one of the product’s */
                            locale: string;
                            /** @description IANA name */
                            time_zone: string;
                            visibility: "public" | "private";
                            allow_sponsor_contact: boolean;
                            identity_check: "not_required" | "required" | "submitted" | "passed" | "refused";
                            identity_check_note: string | null;
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff-names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The names of people who hold a role
         * @description In the order of GET /memberships, one a person; who has no profile yet is left out.
         */
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
                                /** @description Identifier, usr_ and 26 characters */
                                user_id: string;
                                name: string;
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
        /** Accounts with their balances: of one owner, of one kind, or all */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    /** @description UUID, or the id of a person or partner as shown */
                    owner?: string;
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
        /**
         * The entries of one account, newest first, each with the balance after it
         * @description By the time of recording; `from` is included, `to` is not.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    /** @description Instant, ISO 8601, UTC */
                    from?: string;
                    /** @description Instant, ISO 8601, UTC */
                    to?: string;
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
                                /** @description Integer string of minor units */
                                balance_after_minor: string;
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
    "/api/ledger/transfers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One transfer with its legs */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Identifier, trf_ and 26 characters */
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
                            /** @description Identifier, trf_ and 26 characters */
                            id: string;
                            kind: string;
                            /** @description Integer string of minor units */
                            moved_minor: string;
                            reverses_id: string | null;
                            reason: string | null;
                            /** @description What it was posted for, as its module wrote it */
                            metadata: unknown;
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
                            request_id: string;
                            actor: string;
                            legs: {
                                /** @description Identifier, acc_ and 26 characters */
                                account_id: string;
                                /** Format: uuid */
                                owner_id: string;
                                kind: string;
                                ref: string | null;
                                asset: string;
                                /** @description Integer string of minor units */
                                amount_minor: string;
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
    "/api/insights/money": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where all value is now, by kind of account
         * @description Kinds that hold nothing are left out; what the platform owes and holds sums to zero for each asset.
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
    "/api/ledger/proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proofs so far, newest first; those that passed are kept for ninety days */
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
    "/webhooks/wave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Events of the payment provider
         * @description Verified over the raw body (401 otherwise), stored once per event id and answered; what it means is worked out by a job. A repeated delivery is answered 200 and changes nothing.
         */
        post: {
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
                            received: boolean;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payments, newest first unless `sort` says otherwise */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    sort?: "newest" | "oldest" | "largest" | "smallest";
                    state?: "created" | "opened" | "succeeded" | "expired" | "cancelled" | "disputed";
                    owner_id?: string;
                    purpose?: string;
                    reference?: string;
                    /** @description Instant, ISO 8601, UTC */
                    from?: string;
                    /** @description Instant, ISO 8601, UTC */
                    to?: string;
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
                                /** @description Identifier, pay_ and 26 characters */
                                id: string;
                                /** Format: uuid */
                                owner_id: string;
                                provider: string;
                                /** @description module.what_for */
                                purpose: string;
                                /**
                                 * Format: uuid
                                 * @description The id of what it is for, in that module
                                 */
                                reference: string;
                                /** @description Integer string of minor units */
                                amount_minor: string;
                                currency: string;
                                state: "created" | "opened" | "succeeded" | "expired" | "cancelled" | "disputed";
                                /** @description Paid after it had been called expired or cancelled */
                                late: boolean;
                                session_ref: string | null;
                                failure_code: string | null;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                created_at: string;
                                expires_at: string | null;
                                succeeded_at: string | null;
                                ended_at: string | null;
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
    "/api/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payment with its receipts, refunds, events and timeline */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                            /** @description Identifier, pay_ and 26 characters */
                            id: string;
                            /** Format: uuid */
                            owner_id: string;
                            provider: string;
                            /** @description module.what_for */
                            purpose: string;
                            /**
                             * Format: uuid
                             * @description The id of what it is for, in that module
                             */
                            reference: string;
                            /** @description Integer string of minor units */
                            amount_minor: string;
                            currency: string;
                            state: "created" | "opened" | "succeeded" | "expired" | "cancelled" | "disputed";
                            /** @description Paid after it had been called expired or cancelled */
                            late: boolean;
                            session_ref: string | null;
                            failure_code: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            created_at: string;
                            expires_at: string | null;
                            succeeded_at: string | null;
                            ended_at: string | null;
                            payer_mobile: string | null;
                            receipts: {
                                session_ref: string;
                                status: "applied" | "duplicate" | "disputed";
                                /** @description Integer string of minor units */
                                amount_minor: string;
                                currency: string;
                                transaction_ref: string | null;
                                /** Format: uuid */
                                transfer_id: string;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                received_at: string;
                            }[];
                            refunds: {
                                /** @description Identifier, rfd_ and 26 characters */
                                id: string;
                                session_ref: string;
                                /** @description Integer string of minor units */
                                amount_minor: string;
                                currency: string;
                                reason: string;
                                state: "requested" | "succeeded" | "failed";
                                attempts: number;
                                last_error: string | null;
                                failure_code: string | null;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                requested_at: string;
                                ended_at: string | null;
                            }[];
                            timeline: {
                                code: string;
                                details: {
                                    [key: string]: string;
                                };
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                at: string;
                            }[];
                            events: {
                                event_id: string;
                                provider: string;
                                type: string;
                                status: "received" | "processed" | "ignored" | "unmatched" | "disputed";
                                outcome: string | null;
                                session_ref: string | null;
                                attempts: number;
                                next_attempt_at: string | null;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                received_at: string;
                                processed_at: string | null;
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
    "/api/payments/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the provider about a payment now
         * @description Holds true what the provider answers: a payment whose event was lost is found this way. Safe to repeat; what was applied is not applied again. Refuses `payments.not_found`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, pay_ and 26 characters */
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
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, pay_ and 26 characters */
                            id: string;
                            /** Format: uuid */
                            owner_id: string;
                            provider: string;
                            /** @description module.what_for */
                            purpose: string;
                            /**
                             * Format: uuid
                             * @description The id of what it is for, in that module
                             */
                            reference: string;
                            /** @description Integer string of minor units */
                            amount_minor: string;
                            currency: string;
                            state: "created" | "opened" | "succeeded" | "expired" | "cancelled" | "disputed";
                            /** @description Paid after it had been called expired or cancelled */
                            late: boolean;
                            session_ref: string | null;
                            failure_code: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            created_at: string;
                            expires_at: string | null;
                            succeeded_at: string | null;
                            ended_at: string | null;
                            provider_says: "paid" | "open" | "expired" | "unknown";
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-events/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply anew every event that belongs to no known payment
         * @description At most 50, newest first. Safe at any time. Refuses `payments.nothing_to_replay`.
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
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            replayed: number;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One event of the provider with what it said
         * @description Its signature was found right when it came, else it would not be kept. Numbers of people are hidden. Each look is on record. Refuses `payments.event_not_found`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                            event_id: string;
                            provider: string;
                            type: string;
                            status: "received" | "processed" | "ignored" | "unmatched" | "disputed";
                            outcome: string | null;
                            session_ref: string | null;
                            attempts: number;
                            next_attempt_at: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            received_at: string;
                            processed_at: string | null;
                            body: string | null;
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
    "/api/webhook-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events of the provider, newest first unless `sort=oldest` */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    sort?: "newest" | "oldest";
                    /** @description Instant, ISO 8601, UTC */
                    from?: string;
                    /** @description Instant, ISO 8601, UTC */
                    to?: string;
                    status?: "received" | "processed" | "ignored" | "unmatched" | "disputed";
                    type?: string;
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
                                event_id: string;
                                provider: string;
                                type: string;
                                status: "received" | "processed" | "ignored" | "unmatched" | "disputed";
                                outcome: string | null;
                                session_ref: string | null;
                                attempts: number;
                                next_attempt_at: string | null;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                received_at: string;
                                processed_at: string | null;
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
    "/api/webhook-events/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply a stored event anew
         * @description Safe at any time: what the event already did is not done again.
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
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            event_id: string;
                            provider: string;
                            type: string;
                            status: "received" | "processed" | "ignored" | "unmatched" | "disputed";
                            outcome: string | null;
                            session_ref: string | null;
                            attempts: number;
                            next_attempt_at: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            received_at: string;
                            processed_at: string | null;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payouts, newest first unless `sort=oldest` */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    sort?: "newest" | "oldest";
                    /** @description Instant, ISO 8601, UTC */
                    from?: string;
                    /** @description Instant, ISO 8601, UTC */
                    to?: string;
                    state?: "requested" | "processing" | "succeeded" | "failed" | "reversed";
                    owner_id?: string;
                    purpose?: string;
                    reference?: string;
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
                                /** @description Identifier, pyo_ and 26 characters */
                                id: string;
                                /** Format: uuid */
                                owner_id: string;
                                provider: string;
                                /** @description module.what_for */
                                purpose: string;
                                /**
                                 * Format: uuid
                                 * @description The id of what it pays, in that module
                                 */
                                reference: string;
                                /** @description Integer string of minor units */
                                amount_minor: string;
                                currency: string;
                                fee_minor: string | null;
                                state: "requested" | "processing" | "succeeded" | "failed" | "reversed";
                                provider_ref: string | null;
                                failure_code: string | null;
                                attempts: number;
                                last_error: string | null;
                                next_check_at: string | null;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                requested_at: string;
                                succeeded_at: string | null;
                                ended_at: string | null;
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
    "/api/payouts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payout with its recipient */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                            /** @description Identifier, pyo_ and 26 characters */
                            id: string;
                            /** Format: uuid */
                            owner_id: string;
                            provider: string;
                            /** @description module.what_for */
                            purpose: string;
                            /**
                             * Format: uuid
                             * @description The id of what it pays, in that module
                             */
                            reference: string;
                            /** @description Integer string of minor units */
                            amount_minor: string;
                            currency: string;
                            fee_minor: string | null;
                            state: "requested" | "processing" | "succeeded" | "failed" | "reversed";
                            provider_ref: string | null;
                            failure_code: string | null;
                            attempts: number;
                            last_error: string | null;
                            next_check_at: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            requested_at: string;
                            succeeded_at: string | null;
                            ended_at: string | null;
                            recipient_mobile: string | null;
                            recipient_name: string | null;
                            note: string | null;
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
    "/api/partners/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A partner and where it honours packs */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Identifier, prt_ and 26 characters */
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
                            /** @description Identifier, prt_ and 26 characters */
                            id: string;
                            name: string;
                            /** @enum {unknown} */
                            kind: "cinema" | "restaurant" | "spa" | "experience" | "retail";
                            /** @description Language → text */
                            description: {
                                [key: string]: string;
                            };
                            venues: {
                                /** @description Identifier, vnu_ and 26 characters */
                                id: string;
                                name: string;
                                address: string;
                                city: string;
                                phone: string | null;
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
        /**
         * Change a partner’s name, texts or terms
         * @description A new split holds for redemptions from now on; what was redeemed keeps its own.
         */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, prt_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        /** @enum {unknown} */
                        kind?: "cinema" | "restaurant" | "spa" | "experience" | "retail";
                        /** @description Language → text */
                        description?: {
                            [key: string]: string;
                        };
                        business_registration?: string | null;
                        tax_id?: string | null;
                        revenue_split_basis_points?: number;
                        /** @enum {unknown} */
                        payment_terms?: "weekly" | "monthly" | "quarterly";
                        minimum_payout_minor?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, prt_ and 26 characters */
                            id: string;
                            /**
                             * Format: uuid
                             * @description The scope of the roles of this partner’s staff
                             */
                            uuid: string;
                            name: string;
                            /** @enum {unknown} */
                            kind: "cinema" | "restaurant" | "spa" | "experience" | "retail";
                            /** @enum {unknown} */
                            status: "pending" | "active" | "suspended" | "terminated";
                            /** @description Language → text */
                            description: {
                                [key: string]: string;
                            };
                            business_registration: string | null;
                            tax_id: string | null;
                            revenue_split_basis_points: number;
                            /** @enum {unknown} */
                            payment_terms: "weekly" | "monthly" | "quarterly";
                            /** @description Integer string of minor units */
                            minimum_payout_minor: string;
                            payout_hint: string | null;
                            payout_changed_at: string | null;
                            verified_at: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            created_at: string;
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
        trace?: never;
    };
    "/api/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All partners, for staff */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    status?: "pending" | "active" | "suspended" | "terminated";
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
                                /** @description Identifier, prt_ and 26 characters */
                                id: string;
                                /**
                                 * Format: uuid
                                 * @description The scope of the roles of this partner’s staff
                                 */
                                uuid: string;
                                name: string;
                                /** @enum {unknown} */
                                kind: "cinema" | "restaurant" | "spa" | "experience" | "retail";
                                /** @enum {unknown} */
                                status: "pending" | "active" | "suspended" | "terminated";
                                /** @description Language → text */
                                description: {
                                    [key: string]: string;
                                };
                                business_registration: string | null;
                                tax_id: string | null;
                                revenue_split_basis_points: number;
                                /** @enum {unknown} */
                                payment_terms: "weekly" | "monthly" | "quarterly";
                                /** @description Integer string of minor units */
                                minimum_payout_minor: string;
                                payout_hint: string | null;
                                payout_changed_at: string | null;
                                verified_at: string | null;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                created_at: string;
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
        /**
         * Take a partner on
         * @description It is `pending`: nothing of it is shown or honoured until it is set active.
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
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @enum {unknown} */
                        kind: "cinema" | "restaurant" | "spa" | "experience" | "retail";
                        /** @description Language → text */
                        description?: {
                            [key: string]: string;
                        };
                        business_registration?: string | null;
                        tax_id?: string | null;
                        revenue_split_basis_points: number;
                        /** @enum {unknown} */
                        payment_terms?: "weekly" | "monthly" | "quarterly";
                        minimum_payout_minor?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, prt_ and 26 characters */
                            id: string;
                            /**
                             * Format: uuid
                             * @description The scope of the roles of this partner’s staff
                             */
                            uuid: string;
                            name: string;
                            /** @enum {unknown} */
                            kind: "cinema" | "restaurant" | "spa" | "experience" | "retail";
                            /** @enum {unknown} */
                            status: "pending" | "active" | "suspended" | "terminated";
                            /** @description Language → text */
                            description: {
                                [key: string]: string;
                            };
                            business_registration: string | null;
                            tax_id: string | null;
                            revenue_split_basis_points: number;
                            /** @enum {unknown} */
                            payment_terms: "weekly" | "monthly" | "quarterly";
                            /** @description Integer string of minor units */
                            minimum_payout_minor: string;
                            payout_hint: string | null;
                            payout_changed_at: string | null;
                            verified_at: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            created_at: string;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partners/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A partner with its terms, contact and every venue, for staff */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Identifier, prt_ and 26 characters */
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
                            partner: {
                                /** @description Identifier, prt_ and 26 characters */
                                id: string;
                                /**
                                 * Format: uuid
                                 * @description The scope of the roles of this partner’s staff
                                 */
                                uuid: string;
                                name: string;
                                /** @enum {unknown} */
                                kind: "cinema" | "restaurant" | "spa" | "experience" | "retail";
                                /** @enum {unknown} */
                                status: "pending" | "active" | "suspended" | "terminated";
                                /** @description Language → text */
                                description: {
                                    [key: string]: string;
                                };
                                business_registration: string | null;
                                tax_id: string | null;
                                revenue_split_basis_points: number;
                                /** @enum {unknown} */
                                payment_terms: "weekly" | "monthly" | "quarterly";
                                /** @description Integer string of minor units */
                                minimum_payout_minor: string;
                                payout_hint: string | null;
                                payout_changed_at: string | null;
                                verified_at: string | null;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                created_at: string;
                            };
                            contact: {
                                [key: string]: string;
                            } | null;
                            payout: {
                                mobile: string;
                                name: string;
                            } | null;
                            venues: {
                                /** @description Identifier, vnu_ and 26 characters */
                                id: string;
                                name: string;
                                address: string;
                                city: string;
                                phone: string | null;
                                is_open: boolean;
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
    "/api/partners/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Activate, suspend, take back or let a partner go
         * @description Safe to repeat. Active needs an open venue and a payout destination (`merchants.incomplete`).
         */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, prt_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        status: "pending" | "active" | "suspended" | "terminated";
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, prt_ and 26 characters */
                            id: string;
                            /**
                             * Format: uuid
                             * @description The scope of the roles of this partner’s staff
                             */
                            uuid: string;
                            name: string;
                            /** @enum {unknown} */
                            kind: "cinema" | "restaurant" | "spa" | "experience" | "retail";
                            /** @enum {unknown} */
                            status: "pending" | "active" | "suspended" | "terminated";
                            /** @description Language → text */
                            description: {
                                [key: string]: string;
                            };
                            business_registration: string | null;
                            tax_id: string | null;
                            revenue_split_basis_points: number;
                            /** @enum {unknown} */
                            payment_terms: "weekly" | "monthly" | "quarterly";
                            /** @description Integer string of minor units */
                            minimum_payout_minor: string;
                            payout_hint: string | null;
                            payout_changed_at: string | null;
                            verified_at: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            created_at: string;
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partners/{id}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Whom we talk to */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, prt_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        /** Format: email */
                        email?: string;
                        phone?: string;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partners/{id}/payout-destination": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Where the partner is paid */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, prt_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Mobile money number, E.164 */
                        mobile: string;
                        name: string;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partners/{id}/venues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a venue */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, prt_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        address: string;
                        city: string;
                        phone?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, vnu_ and 26 characters */
                            id: string;
                            name: string;
                            address: string;
                            city: string;
                            phone: string | null;
                            is_open: boolean;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/venues/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a venue, close or reopen it
         * @description A closed venue honours nothing; vouchers stay valid in the others.
         */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, vnu_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        address?: string;
                        city?: string;
                        phone?: string | null;
                        is_open?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, vnu_ and 26 characters */
                            id: string;
                            name: string;
                            address: string;
                            city: string;
                            phone: string | null;
                            is_open: boolean;
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
        trace?: never;
    };
    "/api/packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Packs that can be chosen today, cheapest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    category?: "cinema" | "restaurant" | "spa" | "experience";
                    city?: string;
                    /** @description Identifier, prt_ and 26 characters */
                    partner_id?: string;
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
                                /** @description Identifier, pck_ and 26 characters */
                                id: string;
                                /** @description In the language of the request */
                                name: string;
                                description: string;
                                terms: string | null;
                                /** @enum {unknown} */
                                category: "cinema" | "restaurant" | "spa" | "experience";
                                /** @description Integer string of minor units */
                                price_minor: string;
                                currency: string;
                                validity_days: number;
                                image_key: string | null;
                                partner: {
                                    /** @description Identifier, prt_ and 26 characters */
                                    id: string;
                                    name: string;
                                };
                                venues: {
                                    /** @description Identifier, vnu_ and 26 characters */
                                    id: string;
                                    name: string;
                                    address: string;
                                    city: string;
                                }[];
                                /** @description It can be chosen today */
                                available: boolean;
                                stock_left: number | null;
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
        /** Make a pack (a draft) */
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
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Identifier, prt_ and 26 characters */
                        partner_id: string;
                        /** @enum {unknown} */
                        category: "cinema" | "restaurant" | "spa" | "experience";
                        /** @description Language → text */
                        name: {
                            [key: string]: string;
                        };
                        /** @description Language → text */
                        description: {
                            [key: string]: string;
                        };
                        /** @description Positive integer string of minor units */
                        price_minor: string;
                        validity_days: number;
                        terms?: {
                            [key: string]: string;
                        } | null;
                        venue_ids?: string[];
                        available_from?: string | null;
                        available_until?: string | null;
                        image_key?: string | null;
                        /** @description Null: no limit */
                        stock?: number | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, pck_ and 26 characters */
                            id: string;
                            /** @description Identifier, prt_ and 26 characters */
                            partner_id: string;
                            /** @enum {unknown} */
                            category: "cinema" | "restaurant" | "spa" | "experience";
                            /** @description Language → text */
                            name: {
                                [key: string]: string;
                            };
                            /** @description Language → text */
                            description: {
                                [key: string]: string;
                            };
                            terms: {
                                [key: string]: string;
                            } | null;
                            /** @description Integer string of minor units */
                            price_minor: string;
                            validity_days: number;
                            venue_ids: string[];
                            available_from: string | null;
                            available_until: string | null;
                            image_key: string | null;
                            /** @enum {unknown} */
                            status: "draft" | "active" | "withdrawn";
                            stock_total: number | null;
                            stock_left: number | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            created_at: string;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/packs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One pack, also when it can no longer be chosen */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Identifier, pck_ and 26 characters */
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
                            /** @description Identifier, pck_ and 26 characters */
                            id: string;
                            /** @description In the language of the request */
                            name: string;
                            description: string;
                            terms: string | null;
                            /** @enum {unknown} */
                            category: "cinema" | "restaurant" | "spa" | "experience";
                            /** @description Integer string of minor units */
                            price_minor: string;
                            currency: string;
                            validity_days: number;
                            image_key: string | null;
                            partner: {
                                /** @description Identifier, prt_ and 26 characters */
                                id: string;
                                name: string;
                            };
                            venues: {
                                /** @description Identifier, vnu_ and 26 characters */
                                id: string;
                                name: string;
                                address: string;
                                city: string;
                            }[];
                            /** @description It can be chosen today */
                            available: boolean;
                            stock_left: number | null;
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
        /** Change a pack; pots keep the terms they opened with */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, pck_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        category?: "cinema" | "restaurant" | "spa" | "experience";
                        /** @description Language → text */
                        name?: {
                            [key: string]: string;
                        };
                        /** @description Language → text */
                        description?: {
                            [key: string]: string;
                        };
                        /** @description Positive integer string of minor units */
                        price_minor?: string;
                        validity_days?: number;
                        terms?: {
                            [key: string]: string;
                        } | null;
                        venue_ids?: string[];
                        available_from?: string | null;
                        available_until?: string | null;
                        image_key?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, pck_ and 26 characters */
                            id: string;
                            /** @description Identifier, prt_ and 26 characters */
                            partner_id: string;
                            /** @enum {unknown} */
                            category: "cinema" | "restaurant" | "spa" | "experience";
                            /** @description Language → text */
                            name: {
                                [key: string]: string;
                            };
                            /** @description Language → text */
                            description: {
                                [key: string]: string;
                            };
                            terms: {
                                [key: string]: string;
                            } | null;
                            /** @description Integer string of minor units */
                            price_minor: string;
                            validity_days: number;
                            venue_ids: string[];
                            available_from: string | null;
                            available_until: string | null;
                            image_key: string | null;
                            /** @enum {unknown} */
                            status: "draft" | "active" | "withdrawn";
                            stock_total: number | null;
                            stock_left: number | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            created_at: string;
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
        trace?: never;
    };
    "/api/catalog/packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every pack, newest first, for staff */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    status?: "draft" | "active" | "withdrawn";
                    /** @description Identifier, prt_ and 26 characters */
                    partner_id?: string;
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
                                /** @description Identifier, pck_ and 26 characters */
                                id: string;
                                /** @description Identifier, prt_ and 26 characters */
                                partner_id: string;
                                /** @enum {unknown} */
                                category: "cinema" | "restaurant" | "spa" | "experience";
                                /** @description Language → text */
                                name: {
                                    [key: string]: string;
                                };
                                /** @description Language → text */
                                description: {
                                    [key: string]: string;
                                };
                                terms: {
                                    [key: string]: string;
                                } | null;
                                /** @description Integer string of minor units */
                                price_minor: string;
                                validity_days: number;
                                venue_ids: string[];
                                available_from: string | null;
                                available_until: string | null;
                                image_key: string | null;
                                /** @enum {unknown} */
                                status: "draft" | "active" | "withdrawn";
                                stock_total: number | null;
                                stock_left: number | null;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                created_at: string;
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
    "/api/catalog/packs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One pack with every text, for staff */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Identifier, pck_ and 26 characters */
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
                            /** @description Identifier, pck_ and 26 characters */
                            id: string;
                            /** @description Identifier, prt_ and 26 characters */
                            partner_id: string;
                            /** @enum {unknown} */
                            category: "cinema" | "restaurant" | "spa" | "experience";
                            /** @description Language → text */
                            name: {
                                [key: string]: string;
                            };
                            /** @description Language → text */
                            description: {
                                [key: string]: string;
                            };
                            terms: {
                                [key: string]: string;
                            } | null;
                            /** @description Integer string of minor units */
                            price_minor: string;
                            validity_days: number;
                            venue_ids: string[];
                            available_from: string | null;
                            available_until: string | null;
                            image_key: string | null;
                            /** @enum {unknown} */
                            status: "draft" | "active" | "withdrawn";
                            stock_total: number | null;
                            stock_left: number | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            created_at: string;
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
    "/api/packs/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Show or withdraw a pack */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, pck_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        status: "draft" | "active" | "withdrawn";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, pck_ and 26 characters */
                            id: string;
                            /** @description Identifier, prt_ and 26 characters */
                            partner_id: string;
                            /** @enum {unknown} */
                            category: "cinema" | "restaurant" | "spa" | "experience";
                            /** @description Language → text */
                            name: {
                                [key: string]: string;
                            };
                            /** @description Language → text */
                            description: {
                                [key: string]: string;
                            };
                            terms: {
                                [key: string]: string;
                            } | null;
                            /** @description Integer string of minor units */
                            price_minor: string;
                            validity_days: number;
                            venue_ids: string[];
                            available_from: string | null;
                            available_until: string | null;
                            image_key: string | null;
                            /** @enum {unknown} */
                            status: "draft" | "active" | "withdrawn";
                            stock_total: number | null;
                            stock_left: number | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            created_at: string;
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/packs/{id}/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * How many units there are in all
         * @description Refuses `catalog.below_taken` when more are sold already.
         */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, pck_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Null: no limit */
                        total: number | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, pck_ and 26 characters */
                            id: string;
                            /** @description Identifier, prt_ and 26 characters */
                            partner_id: string;
                            /** @enum {unknown} */
                            category: "cinema" | "restaurant" | "spa" | "experience";
                            /** @description Language → text */
                            name: {
                                [key: string]: string;
                            };
                            /** @description Language → text */
                            description: {
                                [key: string]: string;
                            };
                            terms: {
                                [key: string]: string;
                            } | null;
                            /** @description Integer string of minor units */
                            price_minor: string;
                            validity_days: number;
                            venue_ids: string[];
                            available_from: string | null;
                            available_until: string | null;
                            image_key: string | null;
                            /** @enum {unknown} */
                            status: "draft" | "active" | "withdrawn";
                            stock_total: number | null;
                            stock_left: number | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            created_at: string;
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vouchers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My vouchers, newest first */
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
                                /** @description Identifier, vch_ and 26 characters */
                                id: string;
                                /** @enum {unknown} */
                                status: "issued" | "redeemed" | "expired" | "cancelled";
                                pack: {
                                    /** @description Identifier, pck_ and 26 characters */
                                    id: string;
                                    name: string;
                                    terms: string | null;
                                    image_key: string | null;
                                    partner: {
                                        /** @description Identifier, prt_ and 26 characters */
                                        id: string;
                                        name: string;
                                    };
                                    /** @description Empty: every venue of the partner */
                                    venue_ids: string[];
                                };
                                /** @description Integer string of minor units */
                                price_minor: string;
                                currency: string;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                valid_from: string;
                                /**
                                 * Format: date-time
                                 * @description The first instant at which it is no longer valid
                                 */
                                valid_until: string;
                                requires_guardian: boolean;
                                guardian_approved_at: string | null;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                issued_at: string;
                                ended_at: string | null;
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
    "/api/vouchers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of my vouchers, with what proves it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Identifier, vch_ and 26 characters */
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
                            /** @description Identifier, vch_ and 26 characters */
                            id: string;
                            /** @enum {unknown} */
                            status: "issued" | "redeemed" | "expired" | "cancelled";
                            pack: {
                                /** @description Identifier, pck_ and 26 characters */
                                id: string;
                                name: string;
                                terms: string | null;
                                image_key: string | null;
                                partner: {
                                    /** @description Identifier, prt_ and 26 characters */
                                    id: string;
                                    name: string;
                                };
                                /** @description Empty: every venue of the partner */
                                venue_ids: string[];
                            };
                            /** @description Integer string of minor units */
                            price_minor: string;
                            currency: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            valid_from: string;
                            /**
                             * Format: date-time
                             * @description The first instant at which it is no longer valid
                             */
                            valid_until: string;
                            requires_guardian: boolean;
                            guardian_approved_at: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            issued_at: string;
                            ended_at: string | null;
                            token: string | null;
                            code: string | null;
                            qr_path: string | null;
                            /** @description Until the QR code of now is replaced; it counts for a window more */
                            renew_seconds: number;
                            /** @description Whether a QR code on paper can be asked for */
                            paper: boolean;
                            paper_at: string | null;
                            used: {
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                at: string;
                                venue: string;
                            } | null;
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
    "/api/vouchers/{id}/qr.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The QR code of one of my vouchers, as SVG
         * @description For a screen (default) it changes with time: see `GET /vouchers/{id}/state`. For paper it does not; refuses `redemption.no_paper` unless that was asked for. Refuses `redemption.already_ended` once the voucher cannot be used.
         */
        get: {
            parameters: {
                query?: {
                    medium?: "screen" | "paper";
                };
                header?: never;
                path: {
                    /** @description Identifier, vch_ and 26 characters */
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
                        "application/json": string;
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
    "/api/vouchers/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a page that shows one of my vouchers looks at often
         * @description Another `window` means another QR code: the one of now is replaced after `renew_seconds` and refused after `refused_seconds` (policy.redemption.code_window_seconds, twice at most).
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Identifier, vch_ and 26 characters */
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
                            /** @enum {unknown} */
                            state: "too_early" | "guardian" | "ready" | "redeemed" | "expired" | "cancelled";
                            window: number;
                            renew_seconds: number;
                            refused_seconds: number;
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
    "/api/vouchers/{id}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have one of my vouchers on paper
         * @description From now on a QR code that never changes counts as well, for whoever has it. Safe to repeat: the first wish stands. Refuses `redemption.no_paper` (policy.redemption.paper), `redemption.already_ended`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, vch_ and 26 characters */
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
                            paper_at: string | null;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/redemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The last scans of a partner and today’s total, for its staff
         * @description Without `partner_id`: of the only partner the caller works for.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    /** @description Identifier, prt_ and 26 characters */
                    partner_id?: string;
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
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                attempted_at: string;
                                /** @enum {unknown} */
                                act: "scan" | "undo";
                                /** @enum {unknown} */
                                result: "accepted" | "invalid_signature" | "unknown" | "wrong_partner" | "wrong_venue" | "not_yet_valid" | "expired" | "cancelled" | "already_used" | "holder_suspended" | "guardian_approval_missing" | "outdated" | "undone" | "already_undone" | "too_late";
                                /** @enum {unknown} */
                                method: "token" | "code" | "id";
                                pack_name: string | null;
                                venue_name: string | null;
                                redemption_id: string | null;
                                undo_until: string | null;
                                undone_at: string | null;
                            }[];
                            next_cursor: string | null;
                            /** @description Identifier, prt_ and 26 characters */
                            partner_id: string;
                            today: {
                                /** @description Integer string of minor units */
                                redeemed: string;
                                /** @description Integer string of minor units */
                                price_minor: string;
                                /** @description Integer string of minor units */
                                share_minor: string;
                            };
                            /** @description Today per venue and cashier; empty but for managers */
                            by_counter: {
                                venue_name: string;
                                /** @description Scanned by the caller */
                                own: boolean;
                                cashier_ending: string | null;
                                /** @description Integer string of minor units */
                                redeemed: string;
                                /** @description Integer string of minor units */
                                share_minor: string;
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
        /**
         * Scan a voucher
         * @description By `token` (what the QR says) or `code` (typed; case, spaces and o/0, i/l/1 do not matter). Always 200 with a `result`: a voucher that cannot be used is an answer, not an error, and every attempt is logged. Repeating with the same Idempotency-Key gives the first answer again; with another key a used voucher is `already_used`.
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
            requestBody: {
                content: {
                    "application/json": {
                        token?: string;
                        code?: string;
                        /** @description Identifier, vnu_ and 26 characters */
                        venue_id: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {unknown} */
                            result: "accepted" | "invalid_signature" | "unknown" | "wrong_partner" | "wrong_venue" | "not_yet_valid" | "expired" | "cancelled" | "already_used" | "holder_suspended" | "guardian_approval_missing" | "outdated";
                            /** @description One short sentence for the cashier */
                            sentence: string;
                            pack_name: string | null;
                            redemption_id: string | null;
                            redeemed_at: string | null;
                            undo_until: string | null;
                            used_at: string | null;
                            used_venue: string | null;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/redemptions/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a scan back
         * @description By the partner that scanned, within a few minutes. Always 200 with a `result`; every attempt is logged. The money goes back and the voucher can be used again.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, rdm_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {unknown} */
                            result: "undone" | "wrong_partner" | "already_undone" | "too_late";
                            sentence: string;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every partner’s statements, last closed first, for staff */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    status?: "pending" | "approved" | "paying" | "paid" | "disputed" | "carried";
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
                                /** @description Identifier, stl_ and 26 characters */
                                id: string;
                                /** @description Identifier, prt_ and 26 characters */
                                partner_id: string;
                                /** @description Calendar date, ISO 8601 */
                                period_start: string;
                                /** @description Calendar date, ISO 8601 */
                                period_end: string;
                                currency: string;
                                line_count: number;
                                /** @description Integer string of minor units */
                                gross_minor: string;
                                /** @description Integer string of minor units */
                                share_minor: string;
                                /** @description Integer string of minor units */
                                commission_minor: string;
                                /** @description Integer string of minor units */
                                released_minor: string;
                                /** @description Integer string of minor units */
                                carried_in_minor: string;
                                /** @description Integer string of minor units */
                                payable_minor: string;
                                /** @description Integer string of minor units */
                                withheld_minor: string;
                                /** @description Integer string of minor units */
                                to_pay_minor: string;
                                /** @description Integer string of minor units */
                                minimum_payout_minor: string;
                                /** @enum {unknown} */
                                status: "pending" | "approved" | "paying" | "paid" | "disputed" | "carried";
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                closed_at: string;
                                approved_at: string | null;
                                paid_at: string | null;
                                payout_failure: string | null;
                                carried_into: string | null;
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
    "/api/partners/{id}/settlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A partner’s statements, newest period first, and what the next one will say so far */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @description Identifier, prt_ and 26 characters */
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
                                /** @description Identifier, stl_ and 26 characters */
                                id: string;
                                /** @description Identifier, prt_ and 26 characters */
                                partner_id: string;
                                /** @description Calendar date, ISO 8601 */
                                period_start: string;
                                /** @description Calendar date, ISO 8601 */
                                period_end: string;
                                currency: string;
                                line_count: number;
                                /** @description Integer string of minor units */
                                gross_minor: string;
                                /** @description Integer string of minor units */
                                share_minor: string;
                                /** @description Integer string of minor units */
                                commission_minor: string;
                                /** @description Integer string of minor units */
                                released_minor: string;
                                /** @description Integer string of minor units */
                                carried_in_minor: string;
                                /** @description Integer string of minor units */
                                payable_minor: string;
                                /** @description Integer string of minor units */
                                withheld_minor: string;
                                /** @description Integer string of minor units */
                                to_pay_minor: string;
                                /** @description Integer string of minor units */
                                minimum_payout_minor: string;
                                /** @enum {unknown} */
                                status: "pending" | "approved" | "paying" | "paid" | "disputed" | "carried";
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                closed_at: string;
                                approved_at: string | null;
                                paid_at: string | null;
                                payout_failure: string | null;
                                carried_into: string | null;
                            }[];
                            next_cursor: string | null;
                            next: {
                                /** @description Calendar date, ISO 8601 */
                                period_start: string;
                                /** @description Calendar date, ISO 8601 */
                                period_end: string;
                                redemption_count: number;
                                /** @description Integer string of minor units */
                                share_minor: string;
                            };
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
        /**
         * Close a partner’s period now
         * @description Safe to repeat: a closed period gives its statement. Periods are closed in order and only when they are over.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, prt_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Calendar date, ISO 8601 */
                        period_end: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, stl_ and 26 characters */
                            id: string;
                            /** @description Identifier, prt_ and 26 characters */
                            partner_id: string;
                            /** @description Calendar date, ISO 8601 */
                            period_start: string;
                            /** @description Calendar date, ISO 8601 */
                            period_end: string;
                            currency: string;
                            line_count: number;
                            /** @description Integer string of minor units */
                            gross_minor: string;
                            /** @description Integer string of minor units */
                            share_minor: string;
                            /** @description Integer string of minor units */
                            commission_minor: string;
                            /** @description Integer string of minor units */
                            released_minor: string;
                            /** @description Integer string of minor units */
                            carried_in_minor: string;
                            /** @description Integer string of minor units */
                            payable_minor: string;
                            /** @description Integer string of minor units */
                            withheld_minor: string;
                            /** @description Integer string of minor units */
                            to_pay_minor: string;
                            /** @description Integer string of minor units */
                            minimum_payout_minor: string;
                            /** @enum {unknown} */
                            status: "pending" | "approved" | "paying" | "paid" | "disputed" | "carried";
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            closed_at: string;
                            approved_at: string | null;
                            paid_at: string | null;
                            payout_failure: string | null;
                            carried_into: string | null;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settlements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One statement with its lines */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Identifier, stl_ and 26 characters */
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
                            /** @description Identifier, stl_ and 26 characters */
                            id: string;
                            /** @description Identifier, prt_ and 26 characters */
                            partner_id: string;
                            /** @description Calendar date, ISO 8601 */
                            period_start: string;
                            /** @description Calendar date, ISO 8601 */
                            period_end: string;
                            currency: string;
                            line_count: number;
                            /** @description Integer string of minor units */
                            gross_minor: string;
                            /** @description Integer string of minor units */
                            share_minor: string;
                            /** @description Integer string of minor units */
                            commission_minor: string;
                            /** @description Integer string of minor units */
                            released_minor: string;
                            /** @description Integer string of minor units */
                            carried_in_minor: string;
                            /** @description Integer string of minor units */
                            payable_minor: string;
                            /** @description Integer string of minor units */
                            withheld_minor: string;
                            /** @description Integer string of minor units */
                            to_pay_minor: string;
                            /** @description Integer string of minor units */
                            minimum_payout_minor: string;
                            /** @enum {unknown} */
                            status: "pending" | "approved" | "paying" | "paid" | "disputed" | "carried";
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            closed_at: string;
                            approved_at: string | null;
                            paid_at: string | null;
                            payout_failure: string | null;
                            carried_into: string | null;
                            partner_name: string;
                            /** @description SHA-256 over head and lines */
                            seal: string;
                            /** @description Head and lines are what they were when the period was closed */
                            seal_intact: boolean;
                            lines: {
                                line_no: number;
                                /** @enum {unknown} */
                                kind: "redemption" | "reversal" | "released";
                                /** @description Identifier, rdm_ and 26 characters */
                                redemption_id: string;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                occurred_at: string;
                                pack_name: string;
                                venue_name: string;
                                /** @description Integer string of minor units */
                                gross_minor: string;
                                /** @description Integer string of minor units */
                                share_minor: string;
                                /** @description Integer string of minor units */
                                commission_minor: string;
                            }[];
                            disputes: {
                                /** @description Identifier, dsp_ and 26 characters */
                                id: string;
                                line_no: number;
                                /** @description Integer string of minor units */
                                share_minor: string;
                                reason: string;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                opened_at: string;
                                resolution: ("released" | "withdrawn") | null;
                                resolution_note: string | null;
                                resolved_at: string | null;
                            }[];
                            csv_path: string;
                            /** @description The statement as PDF */
                            document_path: string;
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
    "/api/settlements/{id}/lines.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lines of a statement as CSV */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Identifier, stl_ and 26 characters */
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
                        "application/json": string;
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
    "/api/settlements/{id}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A statement as a PDF to file
         * @description A4, in French and English: partner, period, each line with its reference, commission and net, the sums, what was paid and when. Beyond 1,000 lines the rest stands in the CSV only. For the partner’s managers and staff with `settlements.view`; refuses `kernel.forbidden`, `settlements.settlement_unknown`. Repeatable.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Identifier, stl_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description application/pdf */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
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
    "/api/settlements/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a statement
         * @description Approving again replaces the approval, as needed when the partner’s payout destination was changed.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, stl_ and 26 characters */
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
                            /** @description Identifier, stl_ and 26 characters */
                            id: string;
                            /** @description Identifier, prt_ and 26 characters */
                            partner_id: string;
                            /** @description Calendar date, ISO 8601 */
                            period_start: string;
                            /** @description Calendar date, ISO 8601 */
                            period_end: string;
                            currency: string;
                            line_count: number;
                            /** @description Integer string of minor units */
                            gross_minor: string;
                            /** @description Integer string of minor units */
                            share_minor: string;
                            /** @description Integer string of minor units */
                            commission_minor: string;
                            /** @description Integer string of minor units */
                            released_minor: string;
                            /** @description Integer string of minor units */
                            carried_in_minor: string;
                            /** @description Integer string of minor units */
                            payable_minor: string;
                            /** @description Integer string of minor units */
                            withheld_minor: string;
                            /** @description Integer string of minor units */
                            to_pay_minor: string;
                            /** @description Integer string of minor units */
                            minimum_payout_minor: string;
                            /** @enum {unknown} */
                            status: "pending" | "approved" | "paying" | "paid" | "disputed" | "carried";
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            closed_at: string;
                            approved_at: string | null;
                            paid_at: string | null;
                            payout_failure: string | null;
                            carried_into: string | null;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settlements/{id}/payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pay an approved statement, as another person than who approved it
         * @description The statement is `paying` until the outcome of the payout is known. Refuses `settlements.second_person_needed`, `settlements.destination_changed`, `settlements.not_from_here`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, stl_ and 26 characters */
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
                            /** @description Identifier, stl_ and 26 characters */
                            id: string;
                            /** @description Identifier, prt_ and 26 characters */
                            partner_id: string;
                            /** @description Calendar date, ISO 8601 */
                            period_start: string;
                            /** @description Calendar date, ISO 8601 */
                            period_end: string;
                            currency: string;
                            line_count: number;
                            /** @description Integer string of minor units */
                            gross_minor: string;
                            /** @description Integer string of minor units */
                            share_minor: string;
                            /** @description Integer string of minor units */
                            commission_minor: string;
                            /** @description Integer string of minor units */
                            released_minor: string;
                            /** @description Integer string of minor units */
                            carried_in_minor: string;
                            /** @description Integer string of minor units */
                            payable_minor: string;
                            /** @description Integer string of minor units */
                            withheld_minor: string;
                            /** @description Integer string of minor units */
                            to_pay_minor: string;
                            /** @description Integer string of minor units */
                            minimum_payout_minor: string;
                            /** @enum {unknown} */
                            status: "pending" | "approved" | "paying" | "paid" | "disputed" | "carried";
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            closed_at: string;
                            approved_at: string | null;
                            paid_at: string | null;
                            payout_failure: string | null;
                            carried_into: string | null;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settlements/{id}/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dispute one line; the rest of the statement goes on
         * @description By staff with `settlements.manage` or the partner itself.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, stl_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        line_no: number;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, dsp_ and 26 characters */
                            id: string;
                            line_no: number;
                            /** @description Integer string of minor units */
                            share_minor: string;
                            reason: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            opened_at: string;
                            resolution: ("released" | "withdrawn") | null;
                            resolution_note: string | null;
                            resolved_at: string | null;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/disputes/{id}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide a dispute: pay the partner after all, or take the redemption back */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, dsp_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        resolution: "released" | "withdrawn";
                        note: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, dsp_ and 26 characters */
                            id: string;
                            line_no: number;
                            /** @description Integer string of minor units */
                            share_minor: string;
                            reason: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            opened_at: string;
                            resolution: ("released" | "withdrawn") | null;
                            resolution_note: string | null;
                            resolved_at: string | null;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My pots, newest first */
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
                                /** @description Identifier, pot_ and 26 characters */
                                id: string;
                                slug: string;
                                share_url: string;
                                status: "scheduled" | "open" | "funded" | "closed" | "expired";
                                end_reason: ("bought" | "cancelled" | "failed_pot" | "unspent" | "fraud" | "user_request" | "admin_action") | null;
                                title: string;
                                cover: string | null;
                                honoree_name: string;
                                visibility: "public" | "link" | "private";
                                /** @description Calendar date, ISO 8601 */
                                birthday: string;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                opens_at: string;
                                currency: string;
                                /** @description Integer string of minor units */
                                target_minor: string;
                                /** @description Integer string of minor units */
                                raised_minor: string;
                                /** @description Integer string of minor units */
                                topped_up_minor: string;
                                gift_count: number;
                                given_back_minor: string | null;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                created_at: string;
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
        /**
         * Make the pot for the next birthday
         * @description Give a pack or a target, not both. The pot opens by itself before the birthday of the profile, at once when that day is near; a minor’s pot waits for a guardian.
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
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        story?: string;
                        cover?: string | null;
                        visibility?: "public" | "link" | "private";
                        allow_anonymous?: boolean;
                        show_names?: boolean;
                        allow_messages?: boolean;
                        /** @description Identifier, pck_ and 26 characters */
                        pack_id?: string;
                        /** @description Positive integer string of minor units */
                        target_minor?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, pot_ and 26 characters */
                            id: string;
                            slug: string;
                            share_url: string;
                            status: "scheduled" | "open" | "funded" | "closed" | "expired";
                            end_reason: ("bought" | "cancelled" | "failed_pot" | "unspent" | "fraud" | "user_request" | "admin_action") | null;
                            title: string;
                            cover: string | null;
                            honoree_name: string;
                            visibility: "public" | "link" | "private";
                            /** @description Calendar date, ISO 8601 */
                            birthday: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            opens_at: string;
                            currency: string;
                            /** @description Integer string of minor units */
                            target_minor: string;
                            /** @description Integer string of minor units */
                            raised_minor: string;
                            /** @description Integer string of minor units */
                            topped_up_minor: string;
                            gift_count: number;
                            given_back_minor: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            created_at: string;
                            /** @description As whom the caller sees it: owner, guardian or staff */
                            role: string;
                            story: string;
                            allow_anonymous: boolean;
                            show_names: boolean;
                            allow_messages: boolean;
                            pack: {
                                /** @description Identifier, pck_ and 26 characters */
                                id: string;
                                name: {
                                    [key: string]: string;
                                };
                                /** @description Integer string of minor units */
                                price_minor: string;
                                category: string;
                                partner_name: string;
                                validity_days: number;
                                image_key: string | null;
                            } | null;
                            /** @description The announced pack can no longer be had; another may be picked */
                            pack_gone: boolean;
                            rules: {
                                over_target: string;
                                surplus: string;
                                shortfall: string;
                                late_money: string;
                                pack_price: string;
                                expired_voucher: string;
                                opens_days_before: number;
                                shortfall_days: number;
                                late_money_days: number;
                                unverified_refund_days: number;
                                /** @description Integer string of minor units */
                                gift_min_minor: string;
                                /** @description Integer string of minor units */
                                gift_max_minor: string;
                            };
                            minor: boolean;
                            guardian_approved_at: string | null;
                            guardian_declined_at: string | null;
                            guardian_reason: string | null;
                            wanted_pack_id: string | null;
                            opened_at: string | null;
                            funded_at: string | null;
                            ended_at: string | null;
                            /** @description Integer string of minor units */
                            needed_minor: string;
                            /** @description Integer string of minor units */
                            missing_minor: string;
                            short_since: string | null;
                            short_choice: ("cheaper_pack" | "top_up" | "wait") | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            shortfall_until: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            refund_all_at: string;
                            voucher_id: string | null;
                            /** @description Integer string of minor units */
                            views: string;
                            /** @description Integer string of minor units */
                            shares: string;
                            /** @description Grows with each change; send it along with the next one */
                            revision: number;
                            thanks: {
                                message: string;
                                is_public: boolean;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                written_at: string;
                                corrected_at: string | null;
                                /** @description People who got a message */
                                reached: number;
                                /** @description People who left no way to reach them, or want no such messages */
                                unreached: number;
                                told_at: string | null;
                            } | null;
                            timeline: {
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                at: string;
                                code: string;
                                detail: {
                                    [key: string]: string;
                                };
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pots/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One pot, for its owner, a guardian of the owner, or staff */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Identifier, pot_ and 26 characters */
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
                            /** @description Identifier, pot_ and 26 characters */
                            id: string;
                            slug: string;
                            share_url: string;
                            status: "scheduled" | "open" | "funded" | "closed" | "expired";
                            end_reason: ("bought" | "cancelled" | "failed_pot" | "unspent" | "fraud" | "user_request" | "admin_action") | null;
                            title: string;
                            cover: string | null;
                            honoree_name: string;
                            visibility: "public" | "link" | "private";
                            /** @description Calendar date, ISO 8601 */
                            birthday: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            opens_at: string;
                            currency: string;
                            /** @description Integer string of minor units */
                            target_minor: string;
                            /** @description Integer string of minor units */
                            raised_minor: string;
                            /** @description Integer string of minor units */
                            topped_up_minor: string;
                            gift_count: number;
                            given_back_minor: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            created_at: string;
                            /** @description As whom the caller sees it: owner, guardian or staff */
                            role: string;
                            story: string;
                            allow_anonymous: boolean;
                            show_names: boolean;
                            allow_messages: boolean;
                            pack: {
                                /** @description Identifier, pck_ and 26 characters */
                                id: string;
                                name: {
                                    [key: string]: string;
                                };
                                /** @description Integer string of minor units */
                                price_minor: string;
                                category: string;
                                partner_name: string;
                                validity_days: number;
                                image_key: string | null;
                            } | null;
                            /** @description The announced pack can no longer be had; another may be picked */
                            pack_gone: boolean;
                            rules: {
                                over_target: string;
                                surplus: string;
                                shortfall: string;
                                late_money: string;
                                pack_price: string;
                                expired_voucher: string;
                                opens_days_before: number;
                                shortfall_days: number;
                                late_money_days: number;
                                unverified_refund_days: number;
                                /** @description Integer string of minor units */
                                gift_min_minor: string;
                                /** @description Integer string of minor units */
                                gift_max_minor: string;
                            };
                            minor: boolean;
                            guardian_approved_at: string | null;
                            guardian_declined_at: string | null;
                            guardian_reason: string | null;
                            wanted_pack_id: string | null;
                            opened_at: string | null;
                            funded_at: string | null;
                            ended_at: string | null;
                            /** @description Integer string of minor units */
                            needed_minor: string;
                            /** @description Integer string of minor units */
                            missing_minor: string;
                            short_since: string | null;
                            short_choice: ("cheaper_pack" | "top_up" | "wait") | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            shortfall_until: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            refund_all_at: string;
                            voucher_id: string | null;
                            /** @description Integer string of minor units */
                            views: string;
                            /** @description Integer string of minor units */
                            shares: string;
                            /** @description Grows with each change; send it along with the next one */
                            revision: number;
                            thanks: {
                                message: string;
                                is_public: boolean;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                written_at: string;
                                corrected_at: string | null;
                                /** @description People who got a message */
                                reached: number;
                                /** @description People who left no way to reach them, or want no such messages */
                                unreached: number;
                                told_at: string | null;
                            } | null;
                            timeline: {
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                at: string;
                                code: string;
                                detail: {
                                    [key: string]: string;
                                };
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
        /**
         * Change a pot, by its owner or a guardian; pack and amount are fixed once it is open
         * @description Each change is kept, with what stood before. Send the `revision` you saw: when it is no longer the newest, `pots.changed_meanwhile` is answered, `values` say who changed it and when, `fields` where the versions differ, and nothing is written.
         */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, pot_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title?: string;
                        story?: string;
                        cover?: string | null;
                        visibility?: "public" | "link" | "private";
                        allow_anonymous?: boolean;
                        show_names?: boolean;
                        allow_messages?: boolean;
                        /** @description Identifier, pck_ and 26 characters */
                        pack_id?: string;
                        /** @description Positive integer string of minor units */
                        target_minor?: string;
                        revision?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, pot_ and 26 characters */
                            id: string;
                            slug: string;
                            share_url: string;
                            status: "scheduled" | "open" | "funded" | "closed" | "expired";
                            end_reason: ("bought" | "cancelled" | "failed_pot" | "unspent" | "fraud" | "user_request" | "admin_action") | null;
                            title: string;
                            cover: string | null;
                            honoree_name: string;
                            visibility: "public" | "link" | "private";
                            /** @description Calendar date, ISO 8601 */
                            birthday: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            opens_at: string;
                            currency: string;
                            /** @description Integer string of minor units */
                            target_minor: string;
                            /** @description Integer string of minor units */
                            raised_minor: string;
                            /** @description Integer string of minor units */
                            topped_up_minor: string;
                            gift_count: number;
                            given_back_minor: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            created_at: string;
                            /** @description As whom the caller sees it: owner, guardian or staff */
                            role: string;
                            story: string;
                            allow_anonymous: boolean;
                            show_names: boolean;
                            allow_messages: boolean;
                            pack: {
                                /** @description Identifier, pck_ and 26 characters */
                                id: string;
                                name: {
                                    [key: string]: string;
                                };
                                /** @description Integer string of minor units */
                                price_minor: string;
                                category: string;
                                partner_name: string;
                                validity_days: number;
                                image_key: string | null;
                            } | null;
                            /** @description The announced pack can no longer be had; another may be picked */
                            pack_gone: boolean;
                            rules: {
                                over_target: string;
                                surplus: string;
                                shortfall: string;
                                late_money: string;
                                pack_price: string;
                                expired_voucher: string;
                                opens_days_before: number;
                                shortfall_days: number;
                                late_money_days: number;
                                unverified_refund_days: number;
                                /** @description Integer string of minor units */
                                gift_min_minor: string;
                                /** @description Integer string of minor units */
                                gift_max_minor: string;
                            };
                            minor: boolean;
                            guardian_approved_at: string | null;
                            guardian_declined_at: string | null;
                            guardian_reason: string | null;
                            wanted_pack_id: string | null;
                            opened_at: string | null;
                            funded_at: string | null;
                            ended_at: string | null;
                            /** @description Integer string of minor units */
                            needed_minor: string;
                            /** @description Integer string of minor units */
                            missing_minor: string;
                            short_since: string | null;
                            short_choice: ("cheaper_pack" | "top_up" | "wait") | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            shortfall_until: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            refund_all_at: string;
                            voucher_id: string | null;
                            /** @description Integer string of minor units */
                            views: string;
                            /** @description Integer string of minor units */
                            shares: string;
                            /** @description Grows with each change; send it along with the next one */
                            revision: number;
                            thanks: {
                                message: string;
                                is_public: boolean;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                written_at: string;
                                corrected_at: string | null;
                                /** @description People who got a message */
                                reached: number;
                                /** @description People who left no way to reach them, or want no such messages */
                                unreached: number;
                                told_at: string | null;
                            } | null;
                            timeline: {
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                at: string;
                                code: string;
                                detail: {
                                    [key: string]: string;
                                };
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
        trace?: never;
    };
    "/api/pots/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give up a pot that has not opened */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, pot_ and 26 characters */
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
    "/api/pots/{id}/gifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The gifts in my pot, newest first; an anonymous donor has no name here either */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @description Identifier, pot_ and 26 characters */
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
                                /** @description Identifier, gif_ and 26 characters */
                                id: string;
                                name: string | null;
                                anonymous: boolean;
                                /** @description Integer string of minor units */
                                amount_minor: string;
                                message: string | null;
                                status: string;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                at: string;
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
    "/api/pots/{id}/opening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a pot whose day has come */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, pot_ and 26 characters */
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
                            /** @description Identifier, pot_ and 26 characters */
                            id: string;
                            slug: string;
                            share_url: string;
                            status: "scheduled" | "open" | "funded" | "closed" | "expired";
                            end_reason: ("bought" | "cancelled" | "failed_pot" | "unspent" | "fraud" | "user_request" | "admin_action") | null;
                            title: string;
                            cover: string | null;
                            honoree_name: string;
                            visibility: "public" | "link" | "private";
                            /** @description Calendar date, ISO 8601 */
                            birthday: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            opens_at: string;
                            currency: string;
                            /** @description Integer string of minor units */
                            target_minor: string;
                            /** @description Integer string of minor units */
                            raised_minor: string;
                            /** @description Integer string of minor units */
                            topped_up_minor: string;
                            gift_count: number;
                            given_back_minor: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            created_at: string;
                            /** @description As whom the caller sees it: owner, guardian or staff */
                            role: string;
                            story: string;
                            allow_anonymous: boolean;
                            show_names: boolean;
                            allow_messages: boolean;
                            pack: {
                                /** @description Identifier, pck_ and 26 characters */
                                id: string;
                                name: {
                                    [key: string]: string;
                                };
                                /** @description Integer string of minor units */
                                price_minor: string;
                                category: string;
                                partner_name: string;
                                validity_days: number;
                                image_key: string | null;
                            } | null;
                            /** @description The announced pack can no longer be had; another may be picked */
                            pack_gone: boolean;
                            rules: {
                                over_target: string;
                                surplus: string;
                                shortfall: string;
                                late_money: string;
                                pack_price: string;
                                expired_voucher: string;
                                opens_days_before: number;
                                shortfall_days: number;
                                late_money_days: number;
                                unverified_refund_days: number;
                                /** @description Integer string of minor units */
                                gift_min_minor: string;
                                /** @description Integer string of minor units */
                                gift_max_minor: string;
                            };
                            minor: boolean;
                            guardian_approved_at: string | null;
                            guardian_declined_at: string | null;
                            guardian_reason: string | null;
                            wanted_pack_id: string | null;
                            opened_at: string | null;
                            funded_at: string | null;
                            ended_at: string | null;
                            /** @description Integer string of minor units */
                            needed_minor: string;
                            /** @description Integer string of minor units */
                            missing_minor: string;
                            short_since: string | null;
                            short_choice: ("cheaper_pack" | "top_up" | "wait") | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            shortfall_until: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            refund_all_at: string;
                            voucher_id: string | null;
                            /** @description Integer string of minor units */
                            views: string;
                            /** @description Integer string of minor units */
                            shares: string;
                            /** @description Grows with each change; send it along with the next one */
                            revision: number;
                            thanks: {
                                message: string;
                                is_public: boolean;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                written_at: string;
                                corrected_at: string | null;
                                /** @description People who got a message */
                                reached: number;
                                /** @description People who left no way to reach them, or want no such messages */
                                unreached: number;
                                told_at: string | null;
                            } | null;
                            timeline: {
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                at: string;
                                code: string;
                                detail: {
                                    [key: string]: string;
                                };
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pots/{id}/guardian-approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A guardian agrees to a minor’s pot */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, pot_ and 26 characters */
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
                            /** @description Identifier, pot_ and 26 characters */
                            id: string;
                            slug: string;
                            share_url: string;
                            status: "scheduled" | "open" | "funded" | "closed" | "expired";
                            end_reason: ("bought" | "cancelled" | "failed_pot" | "unspent" | "fraud" | "user_request" | "admin_action") | null;
                            title: string;
                            cover: string | null;
                            honoree_name: string;
                            visibility: "public" | "link" | "private";
                            /** @description Calendar date, ISO 8601 */
                            birthday: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            opens_at: string;
                            currency: string;
                            /** @description Integer string of minor units */
                            target_minor: string;
                            /** @description Integer string of minor units */
                            raised_minor: string;
                            /** @description Integer string of minor units */
                            topped_up_minor: string;
                            gift_count: number;
                            given_back_minor: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            created_at: string;
                            /** @description As whom the caller sees it: owner, guardian or staff */
                            role: string;
                            story: string;
                            allow_anonymous: boolean;
                            show_names: boolean;
                            allow_messages: boolean;
                            pack: {
                                /** @description Identifier, pck_ and 26 characters */
                                id: string;
                                name: {
                                    [key: string]: string;
                                };
                                /** @description Integer string of minor units */
                                price_minor: string;
                                category: string;
                                partner_name: string;
                                validity_days: number;
                                image_key: string | null;
                            } | null;
                            /** @description The announced pack can no longer be had; another may be picked */
                            pack_gone: boolean;
                            rules: {
                                over_target: string;
                                surplus: string;
                                shortfall: string;
                                late_money: string;
                                pack_price: string;
                                expired_voucher: string;
                                opens_days_before: number;
                                shortfall_days: number;
                                late_money_days: number;
                                unverified_refund_days: number;
                                /** @description Integer string of minor units */
                                gift_min_minor: string;
                                /** @description Integer string of minor units */
                                gift_max_minor: string;
                            };
                            minor: boolean;
                            guardian_approved_at: string | null;
                            guardian_declined_at: string | null;
                            guardian_reason: string | null;
                            wanted_pack_id: string | null;
                            opened_at: string | null;
                            funded_at: string | null;
                            ended_at: string | null;
                            /** @description Integer string of minor units */
                            needed_minor: string;
                            /** @description Integer string of minor units */
                            missing_minor: string;
                            short_since: string | null;
                            short_choice: ("cheaper_pack" | "top_up" | "wait") | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            shortfall_until: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            refund_all_at: string;
                            voucher_id: string | null;
                            /** @description Integer string of minor units */
                            views: string;
                            /** @description Integer string of minor units */
                            shares: string;
                            /** @description Grows with each change; send it along with the next one */
                            revision: number;
                            thanks: {
                                message: string;
                                is_public: boolean;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                written_at: string;
                                corrected_at: string | null;
                                /** @description People who got a message */
                                reached: number;
                                /** @description People who left no way to reach them, or want no such messages */
                                unreached: number;
                                told_at: string | null;
                            } | null;
                            timeline: {
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                at: string;
                                code: string;
                                detail: {
                                    [key: string]: string;
                                };
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pots/{id}/guardian-refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A guardian does not agree to a minor’s pot; the owner is told
         * @description `reason` is for the owner alone, on the page of the pot.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, pot_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, pot_ and 26 characters */
                            id: string;
                            slug: string;
                            share_url: string;
                            status: "scheduled" | "open" | "funded" | "closed" | "expired";
                            end_reason: ("bought" | "cancelled" | "failed_pot" | "unspent" | "fraud" | "user_request" | "admin_action") | null;
                            title: string;
                            cover: string | null;
                            honoree_name: string;
                            visibility: "public" | "link" | "private";
                            /** @description Calendar date, ISO 8601 */
                            birthday: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            opens_at: string;
                            currency: string;
                            /** @description Integer string of minor units */
                            target_minor: string;
                            /** @description Integer string of minor units */
                            raised_minor: string;
                            /** @description Integer string of minor units */
                            topped_up_minor: string;
                            gift_count: number;
                            given_back_minor: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            created_at: string;
                            /** @description As whom the caller sees it: owner, guardian or staff */
                            role: string;
                            story: string;
                            allow_anonymous: boolean;
                            show_names: boolean;
                            allow_messages: boolean;
                            pack: {
                                /** @description Identifier, pck_ and 26 characters */
                                id: string;
                                name: {
                                    [key: string]: string;
                                };
                                /** @description Integer string of minor units */
                                price_minor: string;
                                category: string;
                                partner_name: string;
                                validity_days: number;
                                image_key: string | null;
                            } | null;
                            /** @description The announced pack can no longer be had; another may be picked */
                            pack_gone: boolean;
                            rules: {
                                over_target: string;
                                surplus: string;
                                shortfall: string;
                                late_money: string;
                                pack_price: string;
                                expired_voucher: string;
                                opens_days_before: number;
                                shortfall_days: number;
                                late_money_days: number;
                                unverified_refund_days: number;
                                /** @description Integer string of minor units */
                                gift_min_minor: string;
                                /** @description Integer string of minor units */
                                gift_max_minor: string;
                            };
                            minor: boolean;
                            guardian_approved_at: string | null;
                            guardian_declined_at: string | null;
                            guardian_reason: string | null;
                            wanted_pack_id: string | null;
                            opened_at: string | null;
                            funded_at: string | null;
                            ended_at: string | null;
                            /** @description Integer string of minor units */
                            needed_minor: string;
                            /** @description Integer string of minor units */
                            missing_minor: string;
                            short_since: string | null;
                            short_choice: ("cheaper_pack" | "top_up" | "wait") | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            shortfall_until: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            refund_all_at: string;
                            voucher_id: string | null;
                            /** @description Integer string of minor units */
                            views: string;
                            /** @description Integer string of minor units */
                            shares: string;
                            /** @description Grows with each change; send it along with the next one */
                            revision: number;
                            thanks: {
                                message: string;
                                is_public: boolean;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                written_at: string;
                                corrected_at: string | null;
                                /** @description People who got a message */
                                reached: number;
                                /** @description People who left no way to reach them, or want no such messages */
                                unreached: number;
                                told_at: string | null;
                            } | null;
                            timeline: {
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                at: string;
                                code: string;
                                detail: {
                                    [key: string]: string;
                                };
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pots/{id}/pack-purchase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn the pot into its pack
         * @description By the owner, or by a guardian for a minor; a minor’s own try asks the guardians and answers `awaiting_guardian`. `pack_id` only where another pack may be picked: none was announced, it is gone, or money is short. What is left over becomes the owner’s credit.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, pot_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Identifier, pck_ and 26 characters */
                        pack_id?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            status: "bought" | "awaiting_guardian";
                            voucher_id: string | null;
                            price_minor: string | null;
                            surplus_minor: string | null;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pots/{id}/top-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add what is missing from my credit */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, pot_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Positive integer string of minor units */
                        amount_minor: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, pot_ and 26 characters */
                            id: string;
                            slug: string;
                            share_url: string;
                            status: "scheduled" | "open" | "funded" | "closed" | "expired";
                            end_reason: ("bought" | "cancelled" | "failed_pot" | "unspent" | "fraud" | "user_request" | "admin_action") | null;
                            title: string;
                            cover: string | null;
                            honoree_name: string;
                            visibility: "public" | "link" | "private";
                            /** @description Calendar date, ISO 8601 */
                            birthday: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            opens_at: string;
                            currency: string;
                            /** @description Integer string of minor units */
                            target_minor: string;
                            /** @description Integer string of minor units */
                            raised_minor: string;
                            /** @description Integer string of minor units */
                            topped_up_minor: string;
                            gift_count: number;
                            given_back_minor: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            created_at: string;
                            /** @description As whom the caller sees it: owner, guardian or staff */
                            role: string;
                            story: string;
                            allow_anonymous: boolean;
                            show_names: boolean;
                            allow_messages: boolean;
                            pack: {
                                /** @description Identifier, pck_ and 26 characters */
                                id: string;
                                name: {
                                    [key: string]: string;
                                };
                                /** @description Integer string of minor units */
                                price_minor: string;
                                category: string;
                                partner_name: string;
                                validity_days: number;
                                image_key: string | null;
                            } | null;
                            /** @description The announced pack can no longer be had; another may be picked */
                            pack_gone: boolean;
                            rules: {
                                over_target: string;
                                surplus: string;
                                shortfall: string;
                                late_money: string;
                                pack_price: string;
                                expired_voucher: string;
                                opens_days_before: number;
                                shortfall_days: number;
                                late_money_days: number;
                                unverified_refund_days: number;
                                /** @description Integer string of minor units */
                                gift_min_minor: string;
                                /** @description Integer string of minor units */
                                gift_max_minor: string;
                            };
                            minor: boolean;
                            guardian_approved_at: string | null;
                            guardian_declined_at: string | null;
                            guardian_reason: string | null;
                            wanted_pack_id: string | null;
                            opened_at: string | null;
                            funded_at: string | null;
                            ended_at: string | null;
                            /** @description Integer string of minor units */
                            needed_minor: string;
                            /** @description Integer string of minor units */
                            missing_minor: string;
                            short_since: string | null;
                            short_choice: ("cheaper_pack" | "top_up" | "wait") | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            shortfall_until: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            refund_all_at: string;
                            voucher_id: string | null;
                            /** @description Integer string of minor units */
                            views: string;
                            /** @description Integer string of minor units */
                            shares: string;
                            /** @description Grows with each change; send it along with the next one */
                            revision: number;
                            thanks: {
                                message: string;
                                is_public: boolean;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                written_at: string;
                                corrected_at: string | null;
                                /** @description People who got a message */
                                reached: number;
                                /** @description People who left no way to reach them, or want no such messages */
                                unreached: number;
                                told_at: string | null;
                            } | null;
                            timeline: {
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                at: string;
                                code: string;
                                detail: {
                                    [key: string]: string;
                                };
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pots/{id}/shortfall-choice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What to do while money is missing after the birthday */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, pot_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        choice: "cheaper_pack" | "top_up" | "wait";
                        /** @description Identifier, pck_ and 26 characters */
                        pack_id?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, pot_ and 26 characters */
                            id: string;
                            slug: string;
                            share_url: string;
                            status: "scheduled" | "open" | "funded" | "closed" | "expired";
                            end_reason: ("bought" | "cancelled" | "failed_pot" | "unspent" | "fraud" | "user_request" | "admin_action") | null;
                            title: string;
                            cover: string | null;
                            honoree_name: string;
                            visibility: "public" | "link" | "private";
                            /** @description Calendar date, ISO 8601 */
                            birthday: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            opens_at: string;
                            currency: string;
                            /** @description Integer string of minor units */
                            target_minor: string;
                            /** @description Integer string of minor units */
                            raised_minor: string;
                            /** @description Integer string of minor units */
                            topped_up_minor: string;
                            gift_count: number;
                            given_back_minor: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            created_at: string;
                            /** @description As whom the caller sees it: owner, guardian or staff */
                            role: string;
                            story: string;
                            allow_anonymous: boolean;
                            show_names: boolean;
                            allow_messages: boolean;
                            pack: {
                                /** @description Identifier, pck_ and 26 characters */
                                id: string;
                                name: {
                                    [key: string]: string;
                                };
                                /** @description Integer string of minor units */
                                price_minor: string;
                                category: string;
                                partner_name: string;
                                validity_days: number;
                                image_key: string | null;
                            } | null;
                            /** @description The announced pack can no longer be had; another may be picked */
                            pack_gone: boolean;
                            rules: {
                                over_target: string;
                                surplus: string;
                                shortfall: string;
                                late_money: string;
                                pack_price: string;
                                expired_voucher: string;
                                opens_days_before: number;
                                shortfall_days: number;
                                late_money_days: number;
                                unverified_refund_days: number;
                                /** @description Integer string of minor units */
                                gift_min_minor: string;
                                /** @description Integer string of minor units */
                                gift_max_minor: string;
                            };
                            minor: boolean;
                            guardian_approved_at: string | null;
                            guardian_declined_at: string | null;
                            guardian_reason: string | null;
                            wanted_pack_id: string | null;
                            opened_at: string | null;
                            funded_at: string | null;
                            ended_at: string | null;
                            /** @description Integer string of minor units */
                            needed_minor: string;
                            /** @description Integer string of minor units */
                            missing_minor: string;
                            short_since: string | null;
                            short_choice: ("cheaper_pack" | "top_up" | "wait") | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            shortfall_until: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            refund_all_at: string;
                            voucher_id: string | null;
                            /** @description Integer string of minor units */
                            views: string;
                            /** @description Integer string of minor units */
                            shares: string;
                            /** @description Grows with each change; send it along with the next one */
                            revision: number;
                            thanks: {
                                message: string;
                                is_public: boolean;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                written_at: string;
                                corrected_at: string | null;
                                /** @description People who got a message */
                                reached: number;
                                /** @description People who left no way to reach them, or want no such messages */
                                unreached: number;
                                told_at: string | null;
                            } | null;
                            timeline: {
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                at: string;
                                code: string;
                                detail: {
                                    [key: string]: string;
                                };
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/wards/pots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The pots of the children the person is a guardian of that wait for a yes
         * @description Those to be opened (also after a no, which may be changed), then answered at `/pots/{id}/guardian-approval` or `guardian-refusal`; and those whose pack a child asks a guardian to buy, by `/pots/{id}/pack-purchase`.
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
                                /** @description Identifier, pot_ and 26 characters */
                                id: string;
                                slug: string;
                                share_url: string;
                                status: "scheduled" | "open" | "funded" | "closed" | "expired";
                                end_reason: ("bought" | "cancelled" | "failed_pot" | "unspent" | "fraud" | "user_request" | "admin_action") | null;
                                title: string;
                                cover: string | null;
                                honoree_name: string;
                                visibility: "public" | "link" | "private";
                                /** @description Calendar date, ISO 8601 */
                                birthday: string;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                opens_at: string;
                                currency: string;
                                /** @description Integer string of minor units */
                                target_minor: string;
                                /** @description Integer string of minor units */
                                raised_minor: string;
                                /** @description Integer string of minor units */
                                topped_up_minor: string;
                                gift_count: number;
                                given_back_minor: string | null;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                created_at: string;
                                waits_for: "opening" | "purchase";
                                guardian_declined_at: string | null;
                                guardian_reason: string | null;
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
    "/api/me/credit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My credit: surplus of pots, vouchers that ran out, late gifts */
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
                            /** @description Integer string of minor units */
                            available_minor: string;
                            currency: string;
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
    "/api/me/pot-draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The pot I am making, or null */
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
                            draft: {
                                title?: string;
                                story?: string;
                                cover?: string | null;
                                visibility?: "public" | "link" | "private";
                                allow_anonymous?: boolean;
                                show_names?: boolean;
                                allow_messages?: boolean;
                                pack_id?: string | null;
                                target_minor?: string | null;
                                step: number;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                created_at: string;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                updated_at: string;
                            } | null;
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
        /** Throw the draft away */
        delete: {
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
        options?: never;
        head?: never;
        /**
         * Write down what one step of making a pot says
         * @description What the body does not speak of stays. There is one draft a person; it is gone once the pot is made, and after 60 days untouched. Safe to repeat as it is; answers are not kept, because they hold personal words that are sealed elsewhere.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title?: string;
                        story?: string;
                        cover?: string | null;
                        visibility?: "public" | "link" | "private";
                        allow_anonymous?: boolean;
                        show_names?: boolean;
                        allow_messages?: boolean;
                        pack_id?: string | null;
                        target_minor?: string | null;
                        step: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            draft: {
                                title?: string;
                                story?: string;
                                cover?: string | null;
                                visibility?: "public" | "link" | "private";
                                allow_anonymous?: boolean;
                                show_names?: boolean;
                                allow_messages?: boolean;
                                pack_id?: string | null;
                                target_minor?: string | null;
                                step: number;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                created_at: string;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                updated_at: string;
                            };
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
        trace?: never;
    };
    "/api/pots/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was changed about a pot, when and by whom, newest first
         * @description For its owner, a guardian of the owner, and staff. `before` and `after` hold only what differs.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @description Identifier, pot_ and 26 characters */
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
                                revision: number;
                                role: "owner" | "guardian";
                                /** @description The caller made it */
                                mine: boolean;
                                before: {
                                    [key: string]: string | boolean | null;
                                };
                                after: {
                                    [key: string]: string | boolean | null;
                                };
                                undoes: number | null;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                at: string;
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
    "/api/pots/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put back what the last change changed
         * @description `revision` is the version seen; `pots.changed_meanwhile` when it is no longer the newest, so pressing twice puts back once. A change itself, which can be put back in turn.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, pot_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        revision: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, pot_ and 26 characters */
                            id: string;
                            slug: string;
                            share_url: string;
                            status: "scheduled" | "open" | "funded" | "closed" | "expired";
                            end_reason: ("bought" | "cancelled" | "failed_pot" | "unspent" | "fraud" | "user_request" | "admin_action") | null;
                            title: string;
                            cover: string | null;
                            honoree_name: string;
                            visibility: "public" | "link" | "private";
                            /** @description Calendar date, ISO 8601 */
                            birthday: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            opens_at: string;
                            currency: string;
                            /** @description Integer string of minor units */
                            target_minor: string;
                            /** @description Integer string of minor units */
                            raised_minor: string;
                            /** @description Integer string of minor units */
                            topped_up_minor: string;
                            gift_count: number;
                            given_back_minor: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            created_at: string;
                            /** @description As whom the caller sees it: owner, guardian or staff */
                            role: string;
                            story: string;
                            allow_anonymous: boolean;
                            show_names: boolean;
                            allow_messages: boolean;
                            pack: {
                                /** @description Identifier, pck_ and 26 characters */
                                id: string;
                                name: {
                                    [key: string]: string;
                                };
                                /** @description Integer string of minor units */
                                price_minor: string;
                                category: string;
                                partner_name: string;
                                validity_days: number;
                                image_key: string | null;
                            } | null;
                            /** @description The announced pack can no longer be had; another may be picked */
                            pack_gone: boolean;
                            rules: {
                                over_target: string;
                                surplus: string;
                                shortfall: string;
                                late_money: string;
                                pack_price: string;
                                expired_voucher: string;
                                opens_days_before: number;
                                shortfall_days: number;
                                late_money_days: number;
                                unverified_refund_days: number;
                                /** @description Integer string of minor units */
                                gift_min_minor: string;
                                /** @description Integer string of minor units */
                                gift_max_minor: string;
                            };
                            minor: boolean;
                            guardian_approved_at: string | null;
                            guardian_declined_at: string | null;
                            guardian_reason: string | null;
                            wanted_pack_id: string | null;
                            opened_at: string | null;
                            funded_at: string | null;
                            ended_at: string | null;
                            /** @description Integer string of minor units */
                            needed_minor: string;
                            /** @description Integer string of minor units */
                            missing_minor: string;
                            short_since: string | null;
                            short_choice: ("cheaper_pack" | "top_up" | "wait") | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            shortfall_until: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            refund_all_at: string;
                            voucher_id: string | null;
                            /** @description Integer string of minor units */
                            views: string;
                            /** @description Integer string of minor units */
                            shares: string;
                            /** @description Grows with each change; send it along with the next one */
                            revision: number;
                            thanks: {
                                message: string;
                                is_public: boolean;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                written_at: string;
                                corrected_at: string | null;
                                /** @description People who got a message */
                                reached: number;
                                /** @description People who left no way to reach them, or want no such messages */
                                unreached: number;
                                told_at: string | null;
                            } | null;
                            timeline: {
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                at: string;
                                code: string;
                                detail: {
                                    [key: string]: string;
                                };
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pots/{id}/thanks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Thank everybody who gave, once
         * @description Each person who left a way to reach them and has not switched such messages off is told once, however often they gave; the others read it on the page of their gift. The same words again are the same thanks; other words are refused `pots.already_thanked`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, pot_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        message: string;
                        is_public?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, pot_ and 26 characters */
                            id: string;
                            slug: string;
                            share_url: string;
                            status: "scheduled" | "open" | "funded" | "closed" | "expired";
                            end_reason: ("bought" | "cancelled" | "failed_pot" | "unspent" | "fraud" | "user_request" | "admin_action") | null;
                            title: string;
                            cover: string | null;
                            honoree_name: string;
                            visibility: "public" | "link" | "private";
                            /** @description Calendar date, ISO 8601 */
                            birthday: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            opens_at: string;
                            currency: string;
                            /** @description Integer string of minor units */
                            target_minor: string;
                            /** @description Integer string of minor units */
                            raised_minor: string;
                            /** @description Integer string of minor units */
                            topped_up_minor: string;
                            gift_count: number;
                            given_back_minor: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            created_at: string;
                            /** @description As whom the caller sees it: owner, guardian or staff */
                            role: string;
                            story: string;
                            allow_anonymous: boolean;
                            show_names: boolean;
                            allow_messages: boolean;
                            pack: {
                                /** @description Identifier, pck_ and 26 characters */
                                id: string;
                                name: {
                                    [key: string]: string;
                                };
                                /** @description Integer string of minor units */
                                price_minor: string;
                                category: string;
                                partner_name: string;
                                validity_days: number;
                                image_key: string | null;
                            } | null;
                            /** @description The announced pack can no longer be had; another may be picked */
                            pack_gone: boolean;
                            rules: {
                                over_target: string;
                                surplus: string;
                                shortfall: string;
                                late_money: string;
                                pack_price: string;
                                expired_voucher: string;
                                opens_days_before: number;
                                shortfall_days: number;
                                late_money_days: number;
                                unverified_refund_days: number;
                                /** @description Integer string of minor units */
                                gift_min_minor: string;
                                /** @description Integer string of minor units */
                                gift_max_minor: string;
                            };
                            minor: boolean;
                            guardian_approved_at: string | null;
                            guardian_declined_at: string | null;
                            guardian_reason: string | null;
                            wanted_pack_id: string | null;
                            opened_at: string | null;
                            funded_at: string | null;
                            ended_at: string | null;
                            /** @description Integer string of minor units */
                            needed_minor: string;
                            /** @description Integer string of minor units */
                            missing_minor: string;
                            short_since: string | null;
                            short_choice: ("cheaper_pack" | "top_up" | "wait") | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            shortfall_until: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            refund_all_at: string;
                            voucher_id: string | null;
                            /** @description Integer string of minor units */
                            views: string;
                            /** @description Integer string of minor units */
                            shares: string;
                            /** @description Grows with each change; send it along with the next one */
                            revision: number;
                            thanks: {
                                message: string;
                                is_public: boolean;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                written_at: string;
                                corrected_at: string | null;
                                /** @description People who got a message */
                                reached: number;
                                /** @description People who left no way to reach them, or want no such messages */
                                unreached: number;
                                told_at: string | null;
                            } | null;
                            timeline: {
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                at: string;
                                code: string;
                                detail: {
                                    [key: string]: string;
                                };
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
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Correct the thanks once, or show them on the public page or not
         * @description What was sent stays as it was sent; pages show the correction. Nobody is written to again.
         */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, pot_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        message?: string;
                        is_public?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, pot_ and 26 characters */
                            id: string;
                            slug: string;
                            share_url: string;
                            status: "scheduled" | "open" | "funded" | "closed" | "expired";
                            end_reason: ("bought" | "cancelled" | "failed_pot" | "unspent" | "fraud" | "user_request" | "admin_action") | null;
                            title: string;
                            cover: string | null;
                            honoree_name: string;
                            visibility: "public" | "link" | "private";
                            /** @description Calendar date, ISO 8601 */
                            birthday: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            opens_at: string;
                            currency: string;
                            /** @description Integer string of minor units */
                            target_minor: string;
                            /** @description Integer string of minor units */
                            raised_minor: string;
                            /** @description Integer string of minor units */
                            topped_up_minor: string;
                            gift_count: number;
                            given_back_minor: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            created_at: string;
                            /** @description As whom the caller sees it: owner, guardian or staff */
                            role: string;
                            story: string;
                            allow_anonymous: boolean;
                            show_names: boolean;
                            allow_messages: boolean;
                            pack: {
                                /** @description Identifier, pck_ and 26 characters */
                                id: string;
                                name: {
                                    [key: string]: string;
                                };
                                /** @description Integer string of minor units */
                                price_minor: string;
                                category: string;
                                partner_name: string;
                                validity_days: number;
                                image_key: string | null;
                            } | null;
                            /** @description The announced pack can no longer be had; another may be picked */
                            pack_gone: boolean;
                            rules: {
                                over_target: string;
                                surplus: string;
                                shortfall: string;
                                late_money: string;
                                pack_price: string;
                                expired_voucher: string;
                                opens_days_before: number;
                                shortfall_days: number;
                                late_money_days: number;
                                unverified_refund_days: number;
                                /** @description Integer string of minor units */
                                gift_min_minor: string;
                                /** @description Integer string of minor units */
                                gift_max_minor: string;
                            };
                            minor: boolean;
                            guardian_approved_at: string | null;
                            guardian_declined_at: string | null;
                            guardian_reason: string | null;
                            wanted_pack_id: string | null;
                            opened_at: string | null;
                            funded_at: string | null;
                            ended_at: string | null;
                            /** @description Integer string of minor units */
                            needed_minor: string;
                            /** @description Integer string of minor units */
                            missing_minor: string;
                            short_since: string | null;
                            short_choice: ("cheaper_pack" | "top_up" | "wait") | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            shortfall_until: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            refund_all_at: string;
                            voucher_id: string | null;
                            /** @description Integer string of minor units */
                            views: string;
                            /** @description Integer string of minor units */
                            shares: string;
                            /** @description Grows with each change; send it along with the next one */
                            revision: number;
                            thanks: {
                                message: string;
                                is_public: boolean;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                written_at: string;
                                corrected_at: string | null;
                                /** @description People who got a message */
                                reached: number;
                                /** @description People who left no way to reach them, or want no such messages */
                                unreached: number;
                                told_at: string | null;
                            } | null;
                            timeline: {
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                at: string;
                                code: string;
                                detail: {
                                    [key: string]: string;
                                };
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
        trace?: never;
    };
    "/api/pots/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The rules a pot made today would have
         * @description A pot freezes its own when it opens; those are in `rules` of the pot.
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
                            over_target: string;
                            surplus: string;
                            shortfall: string;
                            late_money: string;
                            pack_price: string;
                            expired_voucher: string;
                            opens_days_before: number;
                            shortfall_days: number;
                            late_money_days: number;
                            unverified_refund_days: number;
                            /** @description Integer string of minor units */
                            gift_min_minor: string;
                            /** @description Integer string of minor units */
                            gift_max_minor: string;
                            /** @description Integer string of minor units */
                            target_min_minor: string;
                            /** @description Integer string of minor units */
                            target_max_minor: string;
                            title_length_max: number;
                            story_length_max: number;
                            message_length_max: number;
                            donor_name_length_max: number;
                            thanks_length_max: number;
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
    "/api/p": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public pots that take gifts, newest first */
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
                                slug: string;
                                title: string;
                                honoree_name: string;
                                cover: string | null;
                                /** @description Calendar date, ISO 8601 */
                                birthday: string;
                                currency: string;
                                /** @description Integer string of minor units */
                                target_minor: string;
                                /** @description Integer string of minor units */
                                raised_minor: string;
                                gift_count: number;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                opened_at: string;
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
    "/api/p/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The public page of a pot
         * @description Everything a donor should know before giving, the rules included. Names and amounts that are not for everybody are not in it; gifts of a private pot are counted, not listed.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
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
                            slug: string;
                            status: "scheduled" | "open" | "funded" | "closed" | "expired";
                            end_reason: ("bought" | "cancelled" | "failed_pot" | "unspent" | "fraud" | "user_request" | "admin_action") | null;
                            title: string;
                            story: string;
                            cover: string | null;
                            honoree_name: string;
                            visibility: "public" | "link" | "private";
                            /** @description Calendar date, ISO 8601 */
                            birthday: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            opens_at: string;
                            opened_at: string | null;
                            ended_at: string | null;
                            takes_gifts: boolean;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            shortfall_until: string;
                            short_since: string | null;
                            currency: string;
                            /** @description Integer string of minor units */
                            target_minor: string;
                            /** @description Integer string of minor units */
                            raised_minor: string;
                            /** @description Integer string of minor units */
                            topped_up_minor: string;
                            gift_count: number;
                            allow_anonymous: boolean;
                            allow_messages: boolean;
                            show_names: boolean;
                            pack: {
                                /** @description Identifier, pck_ and 26 characters */
                                id: string;
                                name: {
                                    [key: string]: string;
                                };
                                /** @description Integer string of minor units */
                                price_minor: string;
                                category: string;
                                partner_name: string;
                                validity_days: number;
                                image_key: string | null;
                                gone: boolean;
                            } | null;
                            rules: {
                                over_target: string;
                                surplus: string;
                                shortfall: string;
                                late_money: string;
                                pack_price: string;
                                expired_voucher: string;
                                opens_days_before: number;
                                shortfall_days: number;
                                late_money_days: number;
                                unverified_refund_days: number;
                                /** @description Integer string of minor units */
                                gift_min_minor: string;
                                /** @description Integer string of minor units */
                                gift_max_minor: string;
                            };
                            thanks: {
                                message: string;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                at: string;
                            } | null;
                            gifts: {
                                name: string | null;
                                anonymous: boolean;
                                amount_minor: string | null;
                                message: string | null;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                at: string;
                            }[];
                            timeline: {
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                at: string;
                                code: string;
                                detail: {
                                    [key: string]: string;
                                };
                            }[];
                            /** @description What the gift form offers: four amounts, ascending, near what people give to this pot or here */
                            suggested_amounts_minor: string[];
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
    "/api/p/{slug}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changes while people watch */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
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
                            status: "scheduled" | "open" | "funded" | "closed" | "expired";
                            /** @description Integer string of minor units */
                            raised_minor: string;
                            /** @description Integer string of minor units */
                            target_minor: string;
                            gift_count: number;
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
    "/api/p/{slug}/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Count one view of the page */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    slug: string;
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
    "/api/p/{slug}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Count one share of the page */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    slug: string;
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
    "/api/p/{slug}/gifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give: makes the gift and the page to pay it on
         * @description Repeating with the same Idempotency-Key is the same gift. Nothing counts until the provider says that money arrived. `secret` brings a guest back to the gift.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Positive integer string of minor units */
                        amount_minor: string;
                        donor_name?: string;
                        donor_phone?: string;
                        message?: string;
                        is_anonymous?: boolean;
                        show_amount?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, gif_ and 26 characters */
                            gift_id: string;
                            /** @description The secret of the gift’s link */
                            secret: string;
                            launch_url: string;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gifts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of one gift, for whoever has the secret of its link */
        get: {
            parameters: {
                query: {
                    /** @description The secret of the gift’s link */
                    secret: string;
                };
                header?: never;
                path: {
                    /** @description Identifier, gif_ and 26 characters */
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
                            status: "pending" | "failed" | "expired" | "received" | "held" | "credited" | "refunding" | "refund_failed" | "refunded";
                            reason: string | null;
                            /** @description Integer string of minor units */
                            amount_minor: string;
                            currency: string;
                            anonymous: boolean;
                            donor_name: string | null;
                            show_amount: boolean;
                            message: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            created_at: string;
                            paid_at: string | null;
                            choose_until: string | null;
                            choice: string | null;
                            refund_reason: string | null;
                            refunded_at: string | null;
                            pot: {
                                slug: string;
                                title: string;
                                honoree_name: string;
                                status: "scheduled" | "open" | "funded" | "closed" | "expired";
                                end_reason: ("bought" | "cancelled" | "failed_pot" | "unspent" | "fraud" | "user_request" | "admin_action") | null;
                                /** @description Calendar date, ISO 8601 */
                                birthday: string;
                                takes_gifts: boolean;
                            };
                            rules: {
                                over_target: string;
                                surplus: string;
                                shortfall: string;
                                late_money: string;
                                pack_price: string;
                                expired_voucher: string;
                                opens_days_before: number;
                                shortfall_days: number;
                                late_money_days: number;
                                unverified_refund_days: number;
                                /** @description Integer string of minor units */
                                gift_min_minor: string;
                                /** @description Integer string of minor units */
                                gift_max_minor: string;
                            };
                            thanks: {
                                message: string;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                at: string;
                            } | null;
                            timeline: {
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                at: string;
                                code: string;
                                detail: {
                                    [key: string]: string;
                                };
                                about: "pot" | "gift";
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
    "/api/gifts/{id}/checkout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The page to pay on, again */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, gif_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The secret of the gift’s link */
                        secret: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            launch_url: string;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gifts/{id}/choice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A donor whose money came too late chooses: refund, or credit for the owner */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, gif_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The secret of the gift’s link */
                        secret: string;
                        choice: "refund" | "credit";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            status: "pending" | "failed" | "expired" | "received" | "held" | "credited" | "refunding" | "refund_failed" | "refunded";
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pots/directory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find pots by the name in their link or by their owner, for staff
         * @description Give `slug` or `owner_id`; without either the answer is empty. Nobody leafs through all pots.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    slug?: string;
                    /** @description Identifier, usr_ and 26 characters */
                    owner_id?: string;
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
                                /** @description Identifier, pot_ and 26 characters */
                                id: string;
                                /** @description Identifier, usr_ and 26 characters */
                                owner_id: string;
                                slug: string;
                                status: "scheduled" | "open" | "funded" | "closed" | "expired";
                                title: string;
                                honoree_name: string;
                                /** @description Calendar date, ISO 8601 */
                                birthday: string;
                                currency: string;
                                /** @description Integer string of minor units */
                                target_minor: string;
                                /** @description Integer string of minor units */
                                raised_minor: string;
                                gift_count: number;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                created_at: string;
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
    "/api/gifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gifts, newest first; `status=refund_failed` and `status=held` are those in trouble
         * @description `sort` takes `newest`, `oldest`, `largest` or `smallest`; a cursor goes on in the order it came from. `from` and `to` bound the instant of creation, `min_minor` and `max_minor` the amount. With `pot_id` the gifts of that pot, newest first, and with `id` that one gift: the other bounds then say nothing. One statement, read from an index.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    sort?: "newest" | "oldest" | "largest" | "smallest";
                    status?: "pending" | "failed" | "expired" | "received" | "held" | "credited" | "refunding" | "refund_failed" | "refunded";
                    /** @description Instant, ISO 8601, UTC */
                    from?: string;
                    /** @description Instant, ISO 8601, UTC */
                    to?: string;
                    /** @description Positive integer string of minor units */
                    min_minor?: string;
                    /** @description Positive integer string of minor units */
                    max_minor?: string;
                    /** @description Identifier, pot_ and 26 characters */
                    pot_id?: string;
                    /** @description Identifier, gif_ and 26 characters */
                    id?: string;
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
                                /** @description Identifier, gif_ and 26 characters */
                                id: string;
                                /** @description Identifier, pot_ and 26 characters */
                                pot_id: string;
                                /** @description Identifier, pay_ and 26 characters */
                                payment_id: string;
                                status: "pending" | "failed" | "expired" | "received" | "held" | "credited" | "refunding" | "refund_failed" | "refunded";
                                reason: string | null;
                                /** @description Integer string of minor units */
                                amount_minor: string;
                                currency: string;
                                name: string | null;
                                anonymous: boolean;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                created_at: string;
                                paid_at: string | null;
                                choose_until: string | null;
                                refund_reason: string | null;
                                refund_attempts: number;
                                refund_retry_at: string | null;
                                refund_error: string | null;
                                /** @description A request for its refund, or its pot’s, waits for a decision */
                                refund_requested: boolean;
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
    "/api/gifts/{id}/refund-request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for the refund of one gift; somebody else decides */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, gif_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: "user_request" | "fraud" | "failed_pot" | "admin_action";
                        note: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, rrq_ and 26 characters */
                            id: string;
                            /** @description Identifier, pot_ and 26 characters */
                            pot_id: string;
                            gift_id: string | null;
                            reason: "user_request" | "fraud" | "failed_pot" | "admin_action";
                            note: string;
                            status: "pending" | "approved" | "rejected";
                            /** @description Identifier, usr_ and 26 characters */
                            requested_by: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            requested_at: string;
                            decided_by: string | null;
                            decided_at: string | null;
                            decision_note: string | null;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pots/{id}/refund-request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for the refund of a whole pot, which ends it; somebody else decides */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, pot_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: "user_request" | "fraud" | "failed_pot" | "admin_action";
                        note: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, rrq_ and 26 characters */
                            id: string;
                            /** @description Identifier, pot_ and 26 characters */
                            pot_id: string;
                            gift_id: string | null;
                            reason: "user_request" | "fraud" | "failed_pot" | "admin_action";
                            note: string;
                            status: "pending" | "approved" | "rejected";
                            /** @description Identifier, usr_ and 26 characters */
                            requested_by: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            requested_at: string;
                            decided_by: string | null;
                            decided_at: string | null;
                            decision_note: string | null;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/refund-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Refund requests, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    status?: "pending" | "approved" | "rejected";
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
                                /** @description Identifier, rrq_ and 26 characters */
                                id: string;
                                /** @description Identifier, pot_ and 26 characters */
                                pot_id: string;
                                gift_id: string | null;
                                reason: "user_request" | "fraud" | "failed_pot" | "admin_action";
                                note: string;
                                status: "pending" | "approved" | "rejected";
                                /** @description Identifier, usr_ and 26 characters */
                                requested_by: string;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                requested_at: string;
                                decided_by: string | null;
                                decided_at: string | null;
                                decision_note: string | null;
                                amount_minor: string | null;
                                pot_title: string;
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
    "/api/refund-requests/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refund what another asked for */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, rrq_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, rrq_ and 26 characters */
                            id: string;
                            /** @description Identifier, pot_ and 26 characters */
                            pot_id: string;
                            gift_id: string | null;
                            reason: "user_request" | "fraud" | "failed_pot" | "admin_action";
                            note: string;
                            status: "pending" | "approved" | "rejected";
                            /** @description Identifier, usr_ and 26 characters */
                            requested_by: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            requested_at: string;
                            decided_by: string | null;
                            decided_at: string | null;
                            decision_note: string | null;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/refund-requests/{id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn down what another asked for */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, rrq_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, rrq_ and 26 characters */
                            id: string;
                            /** @description Identifier, pot_ and 26 characters */
                            pot_id: string;
                            gift_id: string | null;
                            reason: "user_request" | "fraud" | "failed_pot" | "admin_action";
                            note: string;
                            status: "pending" | "approved" | "rejected";
                            /** @description Identifier, usr_ and 26 characters */
                            requested_by: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            requested_at: string;
                            decided_by: string | null;
                            decided_at: string | null;
                            decision_note: string | null;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insights/gifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gifts per day, and how many of those who look give
         * @description One item per civil day of the product, the oldest first. `gifts` and `amount_minor` count money that arrived that day, also when it was given back later; `started` counts gifts begun that day and `paid` those of them that were paid, whenever; `views` counts looks at pots.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Civil days up to today, 30 unless told */
                    days?: number;
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
                            currency: string;
                            items: {
                                /** @description Calendar date, ISO 8601 */
                                day: string;
                                gifts: number;
                                /** @description Integer string of minor units */
                                amount_minor: string;
                                views: number;
                                started: number;
                                paid: number;
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
    "/api/insights/packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The packs bought most
         * @description By pots that bought them within the days asked for, eight at most.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Civil days up to today, 30 unless told */
                    days?: number;
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
                            currency: string;
                            items: {
                                /** @description Identifier, pck_ and 26 characters */
                                pack_id: string;
                                name: {
                                    [key: string]: string;
                                };
                                bought: number;
                                /** @description Integer string of minor units */
                                amount_minor: string;
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
    "/api/operations/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find anything by an id, number, address, code, link or name
         * @description Prefixed ids, the provider’s ids, phone numbers in any spelling, e-mail addresses, voucher codes, links and names of partners. Answers only kinds whose permission the caller holds; personal fields are masked. A search by number or address is on record, found or not. Limited per person, so that nobody leafs through numbers.
         */
        get: {
            parameters: {
                query: {
                    q: string;
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
                            read_as: "id" | "phone" | "email" | "text";
                            items: {
                                /** @description pot, gift, payment, webhook, transfer, message, voucher, … */
                                kind: string;
                                id: string;
                                /** @description Its own name; empty when it has none */
                                title: string;
                                state: string | null;
                                at: string | null;
                                /** @description Integer string of minor units */
                                amount_minor?: string;
                                currency?: string;
                                facts?: {
                                    [key: string]: string;
                                };
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
    "/api/operations/trace/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The story of one thing, across modules, oldest first
         * @description `id` is any prefixed id; the provider’s event is `evt_` and its id. `hidden` names the permissions without which a part is left out. Looking at a person is on record. Refuses `kernel.not_found`.
         */
        get: {
            parameters: {
                query?: {
                    depth?: number;
                };
                header?: never;
                path: {
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
                            about: {
                                /** @description pot, gift, payment, webhook, transfer, message, voucher, … */
                                kind: string;
                                id: string;
                                /** @description Its own name; empty when it has none */
                                title: string;
                                state: string | null;
                                at: string | null;
                                /** @description Integer string of minor units */
                                amount_minor?: string;
                                currency?: string;
                                facts?: {
                                    [key: string]: string;
                                };
                            };
                            things: {
                                /** @description pot, gift, payment, webhook, transfer, message, voucher, … */
                                kind: string;
                                id: string;
                                /** @description Its own name; empty when it has none */
                                title: string;
                                state: string | null;
                                at: string | null;
                                /** @description Integer string of minor units */
                                amount_minor?: string;
                                currency?: string;
                                facts?: {
                                    [key: string]: string;
                                };
                            }[];
                            steps: {
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                at: string;
                                kind: string;
                                ref: string;
                                code: string;
                                facts: {
                                    [key: string]: string;
                                };
                            }[];
                            hidden: string[];
                            cut_off: boolean;
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
    "/api/operations/jobs/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try all failed jobs of one kind again now
         * @description A thousand at most, oldest first. Safe to repeat: what jobs do is safe to repeat.
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
            requestBody: {
                content: {
                    "application/json": {
                        task: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            retried: number;
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
    "/api/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved views of lists: one’s own and those the team shares */
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
                                /** @description Identifier, viw_ and 26 characters */
                                id: string;
                                /** @description Address of the page of the list */
                                list: string;
                                name: string;
                                query: string;
                                /** @description The whole team sees it */
                                shared: boolean;
                                /** @description Only its owner may change it */
                                mine: boolean;
                                /** @description The list opens with it, for its owner */
                                opens_first: boolean;
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
        /**
         * Keep a list’s filters and order under a name
         * @description Refuses `reports.name_taken` and, from the fifty-first on, `reports.too_many_views`.
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
            requestBody: {
                content: {
                    "application/json": {
                        list: string;
                        name: string;
                        /** @description Filters and order as they stand in an address */
                        query: string;
                        shared: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, viw_ and 26 characters */
                            id: string;
                            /** @description Address of the page of the list */
                            list: string;
                            name: string;
                            query: string;
                            /** @description The whole team sees it */
                            shared: boolean;
                            /** @description Only its owner may change it */
                            mine: boolean;
                            /** @description The list opens with it, for its owner */
                            opens_first: boolean;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a view of one’s own */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, viw_ and 26 characters */
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
        /**
         * Rename a view, change what it shows, share it, or let its list open with it
         * @description Only one’s own; others’ are `reports.view_unknown`. Safe to repeat.
         */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, viw_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        /** @description Filters and order as they stand in an address */
                        query?: string;
                        shared?: boolean;
                        opens_first?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, viw_ and 26 characters */
                            id: string;
                            /** @description Address of the page of the list */
                            list: string;
                            name: string;
                            query: string;
                            /** @description The whole team sees it */
                            shared: boolean;
                            /** @description Only its owner may change it */
                            mine: boolean;
                            /** @description The list opens with it, for its owner */
                            opens_first: boolean;
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
        trace?: never;
    };
    "/api/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own exports with their progress, newest first */
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
                                /** @description Identifier, exp_ and 26 characters */
                                id: string;
                                /** @description Path of the list in the API */
                                list: string;
                                query: {
                                    [key: string]: string;
                                };
                                state: "running" | "done" | "cancelled" | "stopped";
                                reason: string | null;
                                /** @description Rows read so far */
                                row_count: number;
                                /** @description The list has more rows than the million an export holds */
                                truncated: boolean;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                requested_at: string;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                moved_at: string;
                                finished_at: string | null;
                                /**
                                 * Format: date-time
                                 * @description Instant, ISO 8601, UTC
                                 */
                                kept_until: string;
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
        /**
         * Export a list with its filters as a CSV file
         * @description Runs in the background with the caller’s rights, looked up anew as it goes; the same list and filters while one runs give that one. Holds a million rows at most. Lines end with CRLF, the text is UTF-8 with a byte order mark, the separator is `;` in French and `,` else; instants are local time of the product; what a spreadsheet would run as a formula begins with an apostrophe. Refuses `reports.not_exportable`, `kernel.forbidden`, `reports.too_many_exports`, and `kernel.invalid_input` for filters the list does not know.
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
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Path of the list in the API, such as `/gifts` */
                        list: string;
                        query: {
                            [key: string]: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Identifier, exp_ and 26 characters */
                            id: string;
                            /** @description Path of the list in the API */
                            list: string;
                            query: {
                                [key: string]: string;
                            };
                            state: "running" | "done" | "cancelled" | "stopped";
                            reason: string | null;
                            /** @description Rows read so far */
                            row_count: number;
                            /** @description The list has more rows than the million an export holds */
                            truncated: boolean;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            requested_at: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            moved_at: string;
                            finished_at: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            kept_until: string;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One export of one’s own */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Identifier, exp_ and 26 characters */
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
                            /** @description Identifier, exp_ and 26 characters */
                            id: string;
                            /** @description Path of the list in the API */
                            list: string;
                            query: {
                                [key: string]: string;
                            };
                            state: "running" | "done" | "cancelled" | "stopped";
                            reason: string | null;
                            /** @description Rows read so far */
                            row_count: number;
                            /** @description The list has more rows than the million an export holds */
                            truncated: boolean;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            requested_at: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            moved_at: string;
                            finished_at: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            kept_until: string;
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
    "/api/exports/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a running export and forget its rows
         * @description Safe to repeat; one that has ended stays as it is.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Same key and body: the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description Identifier, exp_ and 26 characters */
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
                            /** @description Identifier, exp_ and 26 characters */
                            id: string;
                            /** @description Path of the list in the API */
                            list: string;
                            query: {
                                [key: string]: string;
                            };
                            state: "running" | "done" | "cancelled" | "stopped";
                            reason: string | null;
                            /** @description Rows read so far */
                            row_count: number;
                            /** @description The list has more rows than the million an export holds */
                            truncated: boolean;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            requested_at: string;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            moved_at: string;
                            finished_at: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, ISO 8601, UTC
                             */
                            kept_until: string;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The file of a finished export
         * @description Sent part by part. For who asked for it, while they still may read the list: `kernel.forbidden` else. Refuses `reports.not_ready`. Every download is recorded.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Identifier, exp_ and 26 characters */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description text/csv */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
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
