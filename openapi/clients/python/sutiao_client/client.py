"""One method for each operation. Generated from the contract; not to be edited."""

from __future__ import annotations

from typing import Literal, cast, overload

from . import models as m
from .transport import Pages, Transport, Version


class Client(Transport):
    """The operations of the service. See `Transport` for how to make one."""

    async def list_referrals(
        self,
        *,
        after: str | None = None,
        limit: int | None = None,
        kind: m.Kind | None = None,
        track: m.Track | None = None,
        state: m.MediationState | None = None,
        stage: m.Stage | None = None,
        cause_code: str | None = None,
        court_id: str | None = None,
        organisation_id: str | None = None,
        opened_from: str | None = None,
        opened_to: str | None = None,
        due_before: str | None = None,
        number: str | None = None,
        case_number: str | None = None,
        court_reference: str | None = None,
        priority: Literal["normal", "high", "urgent"] | None = None,
        business_status: Literal[
    "in_progress",
    "waiting_for_party",
    "waiting_for_court",
    "waiting_for_materials",
    "waiting_for_appraisal",
    "on_hold",
    "done",
] | None = None,
        series_id: str | None = None,
        dispute_id: str | None = None,
        sort: Literal["-id", "id"] | None = None,
    ) -> m.ReferralList:
        """List your referrals."""
        found = await self.call(
            "GET",
            "/v1/referrals",
            params={"after": after, "limit": limit, "kind": kind, "track": track, "state": state, "stage": stage, "cause_code": cause_code, "court_id": court_id, "organisation_id": organisation_id, "opened_from": opened_from, "opened_to": opened_to, "due_before": due_before, "number": number, "case_number": case_number, "court_reference": court_reference, "priority": priority, "business_status": business_status, "series_id": series_id, "dispute_id": dispute_id, "sort": sort},
        )
        return cast("m.ReferralList", found)

    def list_referrals_pages(
        self,
        *,
        limit: int | None = None,
        kind: m.Kind | None = None,
        track: m.Track | None = None,
        state: m.MediationState | None = None,
        stage: m.Stage | None = None,
        cause_code: str | None = None,
        court_id: str | None = None,
        organisation_id: str | None = None,
        opened_from: str | None = None,
        opened_to: str | None = None,
        due_before: str | None = None,
        number: str | None = None,
        case_number: str | None = None,
        court_reference: str | None = None,
        priority: Literal["normal", "high", "urgent"] | None = None,
        business_status: Literal[
    "in_progress",
    "waiting_for_party",
    "waiting_for_court",
    "waiting_for_materials",
    "waiting_for_appraisal",
    "on_hold",
    "done",
] | None = None,
        series_id: str | None = None,
        dispute_id: str | None = None,
        sort: Literal["-id", "id"] | None = None,
    ) -> Pages[m.ReferralList]:
        """List your referrals. Page by page, from the first to the last."""

        async def page(after: str | None) -> m.ReferralList:
            return await self.list_referrals(
                limit=limit,
                kind=kind,
                track=track,
                state=state,
                stage=stage,
                cause_code=cause_code,
                court_id=court_id,
                organisation_id=organisation_id,
                opened_from=opened_from,
                opened_to=opened_to,
                due_before=due_before,
                number=number,
                case_number=case_number,
                court_reference=court_reference,
                priority=priority,
                business_status=business_status,
                series_id=series_id,
                dispute_id=dispute_id,
                sort=sort,
                after=None if after is None else after,
            )

        return Pages(page)

    @overload
    async def open_referral(
        self,
        body: m.OpenReferralBody,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.Receipt: ...

    @overload
    async def open_referral(
        self,
        body: m.OpenReferralBody,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.Rehearsal: ...

    async def open_referral(
        self,
        body: m.OpenReferralBody,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.Receipt | m.Rehearsal:
        """Open a referral: hand it over, ask the parties first, or take an application in."""
        found = await self.call(
            "POST",
            "/v1/referrals",
            body=body,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.Receipt | m.Rehearsal", found)

    @overload
    async def take_transition(
        self,
        referral_id: str,
        body: m.TakeTransitionBody,
        *,
        if_match: Version,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.Receipt: ...

    @overload
    async def take_transition(
        self,
        referral_id: str,
        body: m.TakeTransitionBody,
        *,
        if_match: Version,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.Rehearsal: ...

    async def take_transition(
        self,
        referral_id: str,
        body: m.TakeTransitionBody,
        *,
        if_match: Version,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.Receipt | m.Rehearsal:
        """Take one action on a referral."""
        found = await self.call(
            "POST",
            f"/v1/referrals/{self.quoted(referral_id)}/transitions",
            body=body,
            if_match=if_match,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.Receipt | m.Rehearsal", found)

    async def read_feed(
        self,
        *,
        after: str | None = None,
        since: str | None = None,
        limit: int | None = None,
        wait: float | None = None,
        type: list[str] | None = None,
        court_id: str | None = None,
        organisation_id: str | None = None,
    ) -> m.EventPage:
        """Read what happened since a cursor."""
        found = await self.call(
            "GET",
            "/v1/events",
            params={"after": after, "since": since, "limit": limit, "wait": wait, "type": type, "court_id": court_id, "organisation_id": organisation_id},
        )
        return cast("m.EventPage", found)

    async def list_consumers(
        self,
    ) -> m.ConsumerList:
        """List your consumers."""
        found = await self.call(
            "GET",
            "/v1/consumers",
        )
        return cast("m.ConsumerList", found)

    async def get_consumer(
        self,
        name: str,
    ) -> m.ConsumerView:
        """Read one consumer."""
        found = await self.call(
            "GET",
            f"/v1/consumers/{self.quoted(name)}",
        )
        return cast("m.ConsumerView", found)

    @overload
    async def put_consumer(
        self,
        name: str,
        body: m.ConsumerRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.ConsumerView: ...

    @overload
    async def put_consumer(
        self,
        name: str,
        body: m.ConsumerRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.ConsumerRehearsal: ...

    async def put_consumer(
        self,
        name: str,
        body: m.ConsumerRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.ConsumerView | m.ConsumerRehearsal:
        """Make or change a consumer."""
        found = await self.call(
            "PUT",
            f"/v1/consumers/{self.quoted(name)}",
            body=body,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.ConsumerView | m.ConsumerRehearsal", found)

    @overload
    async def remove_consumer(
        self,
        name: str,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.ConsumerRemoved: ...

    @overload
    async def remove_consumer(
        self,
        name: str,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.ConsumerRehearsal: ...

    async def remove_consumer(
        self,
        name: str,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.ConsumerRemoved | m.ConsumerRehearsal:
        """Remove a consumer."""
        found = await self.call(
            "DELETE",
            f"/v1/consumers/{self.quoted(name)}",
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.ConsumerRemoved | m.ConsumerRehearsal", found)

    @overload
    async def lease_batch(
        self,
        name: str,
        body: m.LeaseRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.LeaseView: ...

    @overload
    async def lease_batch(
        self,
        name: str,
        body: m.LeaseRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.ConsumerRehearsal: ...

    async def lease_batch(
        self,
        name: str,
        body: m.LeaseRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.LeaseView | m.ConsumerRehearsal:
        """Take the next batch under a lease."""
        found = await self.call(
            "POST",
            f"/v1/consumers/{self.quoted(name)}/lease",
            body=body,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.LeaseView | m.ConsumerRehearsal", found)

    @overload
    async def commit_batch(
        self,
        name: str,
        body: m.CommitRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.ConsumerView: ...

    @overload
    async def commit_batch(
        self,
        name: str,
        body: m.CommitRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.ConsumerRehearsal: ...

    async def commit_batch(
        self,
        name: str,
        body: m.CommitRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.ConsumerView | m.ConsumerRehearsal:
        """Commit what is done."""
        found = await self.call(
            "POST",
            f"/v1/consumers/{self.quoted(name)}/commit",
            body=body,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.ConsumerView | m.ConsumerRehearsal", found)

    @overload
    async def seek_consumer(
        self,
        name: str,
        body: m.PlaceRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.ConsumerView: ...

    @overload
    async def seek_consumer(
        self,
        name: str,
        body: m.PlaceRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.ConsumerRehearsal: ...

    async def seek_consumer(
        self,
        name: str,
        body: m.PlaceRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.ConsumerView | m.ConsumerRehearsal:
        """Set a consumer to another place."""
        found = await self.call(
            "POST",
            f"/v1/consumers/{self.quoted(name)}/seek",
            body=body,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.ConsumerView | m.ConsumerRehearsal", found)

    async def get_spreadsheet_template(
        self,
        *,
        format: m.FileForm | None = None,
    ) -> bytes:
        """Get your sheet without rows."""
        return await self.raw(
            "GET",
            "/v1/referrals/spreadsheets/template",
            params={"format": format},
        )

    @overload
    async def upload_spreadsheet(
        self,
        body: bytes,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.SheetReceipt: ...

    @overload
    async def upload_spreadsheet(
        self,
        body: bytes,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.SheetRehearsal: ...

    async def upload_spreadsheet(
        self,
        body: bytes,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.SheetReceipt | m.SheetRehearsal:
        """Open a referral for each row of a spreadsheet."""
        found = await self.call(
            "POST",
            "/v1/referrals/spreadsheets",
            content=body,
            content_type="application/octet-stream",
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.SheetReceipt | m.SheetRehearsal", found)

    async def get_referral(
        self,
        referral_id: str,
        *,
        expand: str | None = None,
        version: int | None = None,
    ) -> m.ReferralView:
        """Read one referral."""
        found = await self.call(
            "GET",
            f"/v1/referrals/{self.quoted(referral_id)}",
            params={"expand": expand, "version": version},
        )
        return cast("m.ReferralView", found)

    async def list_history(
        self,
        referral_id: str,
        *,
        after: int | None = None,
        limit: int | None = None,
    ) -> m.HistoryList:
        """Read what happened, oldest first."""
        found = await self.call(
            "GET",
            f"/v1/referrals/{self.quoted(referral_id)}/history",
            params={"after": after, "limit": limit},
        )
        return cast("m.HistoryList", found)

    def list_history_pages(
        self,
        referral_id: str,
        *,
        limit: int | None = None,
    ) -> Pages[m.HistoryList]:
        """Read what happened, oldest first. Page by page, from the first to the last."""

        async def page(after: str | None) -> m.HistoryList:
            return await self.list_history(
                referral_id,
                limit=limit,
                after=None if after is None else int(after),
            )

        return Pages(page)

    async def list_deadlines(
        self,
        referral_id: str,
    ) -> m.DeadlineList:
        """Read its legal periods."""
        found = await self.call(
            "GET",
            f"/v1/referrals/{self.quoted(referral_id)}/deadlines",
        )
        return cast("m.DeadlineList", found)

    async def list_parties(
        self,
        referral_id: str,
        *,
        reveal: bool | None = None,
    ) -> m.PartyList:
        """Read its parties."""
        found = await self.call(
            "GET",
            f"/v1/referrals/{self.quoted(referral_id)}/parties",
            params={"reveal": reveal},
        )
        return cast("m.PartyList", found)

    async def list_consents(
        self,
        referral_id: str,
    ) -> m.ConsentList:
        """Read the parties' consents."""
        found = await self.call(
            "GET",
            f"/v1/referrals/{self.quoted(referral_id)}/consents",
        )
        return cast("m.ConsentList", found)

    async def list_contacts(
        self,
        referral_id: str,
    ) -> m.ContactList:
        """Read who was asked."""
        found = await self.call(
            "GET",
            f"/v1/referrals/{self.quoted(referral_id)}/contacts",
        )
        return cast("m.ContactList", found)

    async def list_sessions(
        self,
        referral_id: str,
    ) -> m.SessionList:
        """Read its sessions."""
        found = await self.call(
            "GET",
            f"/v1/referrals/{self.quoted(referral_id)}/sessions",
        )
        return cast("m.SessionList", found)

    async def list_assignments(
        self,
        referral_id: str,
    ) -> m.AssignmentList:
        """Read who had it."""
        found = await self.call(
            "GET",
            f"/v1/referrals/{self.quoted(referral_id)}/assignments",
        )
        return cast("m.AssignmentList", found)

    async def list_mediators_of_referral(
        self,
        referral_id: str,
    ) -> m.MediatorAssignmentList:
        """Read its mediators."""
        found = await self.call(
            "GET",
            f"/v1/referrals/{self.quoted(referral_id)}/mediators",
        )
        return cast("m.MediatorAssignmentList", found)

    async def get_agreement(
        self,
        referral_id: str,
    ) -> m.AgreementView:
        """Read its agreement."""
        found = await self.call(
            "GET",
            f"/v1/referrals/{self.quoted(referral_id)}/agreement",
        )
        return cast("m.AgreementView", found)

    async def get_performance(
        self,
        referral_id: str,
    ) -> m.PerformancePlan:
        """Read its performance plan."""
        found = await self.call(
            "GET",
            f"/v1/referrals/{self.quoted(referral_id)}/performance",
        )
        return cast("m.PerformancePlan", found)

    async def list_procedures(
        self,
        referral_id: str,
    ) -> m.ProcedureList:
        """Read its procedures."""
        found = await self.call(
            "GET",
            f"/v1/referrals/{self.quoted(referral_id)}/procedures",
        )
        return cast("m.ProcedureList", found)

    async def get_custody(
        self,
        referral_id: str,
    ) -> m.CustodyView:
        """Read who had it by whose act, and who was named."""
        found = await self.call(
            "GET",
            f"/v1/referrals/{self.quoted(referral_id)}/custody",
        )
        return cast("m.CustodyView", found)

    async def list_sharings(
        self,
        referral_id: str,
    ) -> m.SharingList:
        """Read what data of its parties went where."""
        found = await self.call(
            "GET",
            f"/v1/referrals/{self.quoted(referral_id)}/sharings",
        )
        return cast("m.SharingList", found)

    async def get_particulars(
        self,
        referral_id: str,
        *,
        reveal: bool | None = None,
    ) -> m.ParticularsView:
        """Read its clerk, judge, facts and reasons."""
        found = await self.call(
            "GET",
            f"/v1/referrals/{self.quoted(referral_id)}/particulars",
            params={"reveal": reveal},
        )
        return cast("m.ParticularsView", found)

    async def list_case_numbers(
        self,
        referral_id: str,
    ) -> m.CaseNumberList:
        """Read the numbers of the case."""
        found = await self.call(
            "GET",
            f"/v1/referrals/{self.quoted(referral_id)}/case-numbers",
        )
        return cast("m.CaseNumberList", found)

    async def list_representatives(
        self,
        referral_id: str,
        *,
        reveal: bool | None = None,
    ) -> m.RepresentativeList:
        """Read who acts for its parties."""
        found = await self.call(
            "GET",
            f"/v1/referrals/{self.quoted(referral_id)}/representatives",
            params={"reveal": reveal},
        )
        return cast("m.RepresentativeList", found)

    async def list_claims(
        self,
        referral_id: str,
        *,
        reveal: bool | None = None,
    ) -> m.ClaimList:
        """Read the parties' claims."""
        found = await self.call(
            "GET",
            f"/v1/referrals/{self.quoted(referral_id)}/claims",
            params={"reveal": reveal},
        )
        return cast("m.ClaimList", found)

    async def list_service_addresses(
        self,
        referral_id: str,
        *,
        reveal: bool | None = None,
    ) -> m.ServiceAddressList:
        """Read the confirmed addresses for service."""
        found = await self.call(
            "GET",
            f"/v1/referrals/{self.quoted(referral_id)}/service-addresses",
            params={"reveal": reveal},
        )
        return cast("m.ServiceAddressList", found)

    async def list_materials(
        self,
        referral_id: str,
        *,
        reveal: bool | None = None,
    ) -> m.MaterialList:
        """Read what was asked for and handed in."""
        found = await self.call(
            "GET",
            f"/v1/referrals/{self.quoted(referral_id)}/materials",
            params={"reveal": reveal},
        )
        return cast("m.MaterialList", found)

    async def list_notices(
        self,
        referral_id: str,
    ) -> m.NoticeList:
        """Read the notices to its parties."""
        found = await self.call(
            "GET",
            f"/v1/referrals/{self.quoted(referral_id)}/notices",
        )
        return cast("m.NoticeList", found)

    async def list_messages(
        self,
        referral_id: str,
        *,
        reveal: bool | None = None,
    ) -> m.MessageList:
        """Read what its tenants wrote to each other."""
        found = await self.call(
            "GET",
            f"/v1/referrals/{self.quoted(referral_id)}/messages",
            params={"reveal": reveal},
        )
        return cast("m.MessageList", found)

    async def list_urgings(
        self,
        referral_id: str,
        *,
        reveal: bool | None = None,
    ) -> m.UrgingList:
        """Read its urgings and their answers."""
        found = await self.call(
            "GET",
            f"/v1/referrals/{self.quoted(referral_id)}/urgings",
            params={"reveal": reveal},
        )
        return cast("m.UrgingList", found)

    async def list_conflicts(
        self,
        referral_id: str,
    ) -> m.ConflictList:
        """Read checks for and disclosures of conflicts of interest."""
        found = await self.call(
            "GET",
            f"/v1/referrals/{self.quoted(referral_id)}/conflicts",
        )
        return cast("m.ConflictList", found)

    async def get_procedure(
        self,
        procedure_id: str,
    ) -> m.ProcedureView:
        """Read one procedure."""
        found = await self.call(
            "GET",
            f"/v1/procedures/{self.quoted(procedure_id)}",
        )
        return cast("m.ProcedureView", found)

    @overload
    async def take_procedure_transition(
        self,
        procedure_id: str,
        body: m.TakeProcedureTransitionBody,
        *,
        if_match: Version,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.Receipt: ...

    @overload
    async def take_procedure_transition(
        self,
        procedure_id: str,
        body: m.TakeProcedureTransitionBody,
        *,
        if_match: Version,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.Rehearsal: ...

    async def take_procedure_transition(
        self,
        procedure_id: str,
        body: m.TakeProcedureTransitionBody,
        *,
        if_match: Version,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.Receipt | m.Rehearsal:
        """Take one action on a procedure."""
        found = await self.call(
            "POST",
            f"/v1/procedures/{self.quoted(procedure_id)}/transitions",
            body=body,
            if_match=if_match,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.Receipt | m.Rehearsal", found)

    async def list_series(
        self,
        *,
        after: str | None = None,
        limit: int | None = None,
    ) -> m.SeriesList:
        """List your series, newest first."""
        found = await self.call(
            "GET",
            "/v1/series",
            params={"after": after, "limit": limit},
        )
        return cast("m.SeriesList", found)

    def list_series_pages(
        self,
        *,
        limit: int | None = None,
    ) -> Pages[m.SeriesList]:
        """List your series, newest first. Page by page, from the first to the last."""

        async def page(after: str | None) -> m.SeriesList:
            return await self.list_series(
                limit=limit,
                after=None if after is None else after,
            )

        return Pages(page)

    @overload
    async def open_series(
        self,
        body: m.OpenSeriesRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.SeriesReceipt: ...

    @overload
    async def open_series(
        self,
        body: m.OpenSeriesRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.SeriesRehearsal: ...

    async def open_series(
        self,
        body: m.OpenSeriesRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.SeriesReceipt | m.SeriesRehearsal:
        """Open a series."""
        found = await self.call(
            "POST",
            "/v1/series",
            body=body,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.SeriesReceipt | m.SeriesRehearsal", found)

    async def get_series(
        self,
        series_id: str,
        *,
        after: str | None = None,
        limit: int | None = None,
        reveal: bool | None = None,
    ) -> m.SeriesView:
        """Read one series."""
        found = await self.call(
            "GET",
            f"/v1/series/{self.quoted(series_id)}",
            params={"after": after, "limit": limit, "reveal": reveal},
        )
        return cast("m.SeriesView", found)

    def get_series_pages(
        self,
        series_id: str,
        *,
        limit: int | None = None,
        reveal: bool | None = None,
    ) -> Pages[m.SeriesView]:
        """Read one series. Page by page, from the first to the last."""

        async def page(after: str | None) -> m.SeriesView:
            return await self.get_series(
                series_id,
                limit=limit,
                reveal=reveal,
                after=None if after is None else after,
            )

        return Pages(page)

    @overload
    async def take_series_transition(
        self,
        series_id: str,
        body: m.TakeSeriesTransitionBody,
        *,
        if_match: Version,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.SeriesVerdicts: ...

    @overload
    async def take_series_transition(
        self,
        series_id: str,
        body: m.TakeSeriesTransitionBody,
        *,
        if_match: Version,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.SeriesVerdictsRehearsal: ...

    async def take_series_transition(
        self,
        series_id: str,
        body: m.TakeSeriesTransitionBody,
        *,
        if_match: Version,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.SeriesVerdicts | m.SeriesVerdictsRehearsal:
        """Take one action on every referral of a series."""
        found = await self.call(
            "POST",
            f"/v1/series/{self.quoted(series_id)}/transitions",
            body=body,
            if_match=if_match,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.SeriesVerdicts | m.SeriesVerdictsRehearsal", found)

    async def get_dispute(
        self,
        dispute_id: str,
        *,
        after: str | None = None,
        limit: int | None = None,
    ) -> m.DisputeView:
        """Read one dispute."""
        found = await self.call(
            "GET",
            f"/v1/disputes/{self.quoted(dispute_id)}",
            params={"after": after, "limit": limit},
        )
        return cast("m.DisputeView", found)

    def get_dispute_pages(
        self,
        dispute_id: str,
        *,
        limit: int | None = None,
    ) -> Pages[m.DisputeView]:
        """Read one dispute. Page by page, from the first to the last."""

        async def page(after: str | None) -> m.DisputeView:
            return await self.get_dispute(
                dispute_id,
                limit=limit,
                after=None if after is None else after,
            )

        return Pages(page)

    async def list_courts(
        self,
        *,
        after: str | None = None,
        limit: int | None = None,
        on: str | None = None,
    ) -> m.CourtList:
        """List courts, oldest first."""
        found = await self.call(
            "GET",
            "/v1/courts",
            params={"after": after, "limit": limit, "on": on},
        )
        return cast("m.CourtList", found)

    def list_courts_pages(
        self,
        *,
        limit: int | None = None,
        on: str | None = None,
    ) -> Pages[m.CourtList]:
        """List courts, oldest first. Page by page, from the first to the last."""

        async def page(after: str | None) -> m.CourtList:
            return await self.list_courts(
                limit=limit,
                on=on,
                after=None if after is None else after,
            )

        return Pages(page)

    @overload
    async def register_court(
        self,
        body: m.CourtRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.Registered: ...

    @overload
    async def register_court(
        self,
        body: m.CourtRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.RegistryRehearsal: ...

    async def register_court(
        self,
        body: m.CourtRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.Registered | m.RegistryRehearsal:
        """Register a court."""
        found = await self.call(
            "POST",
            "/v1/courts",
            body=body,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.Registered | m.RegistryRehearsal", found)

    async def list_referring_bodies(
        self,
        *,
        after: str | None = None,
        limit: int | None = None,
        on: str | None = None,
    ) -> m.ReferringBodyList:
        """List referring bodies, oldest first."""
        found = await self.call(
            "GET",
            "/v1/referring-bodies",
            params={"after": after, "limit": limit, "on": on},
        )
        return cast("m.ReferringBodyList", found)

    def list_referring_bodies_pages(
        self,
        *,
        limit: int | None = None,
        on: str | None = None,
    ) -> Pages[m.ReferringBodyList]:
        """List referring bodies, oldest first. Page by page, from the first to the last."""

        async def page(after: str | None) -> m.ReferringBodyList:
            return await self.list_referring_bodies(
                limit=limit,
                on=on,
                after=None if after is None else after,
            )

        return Pages(page)

    @overload
    async def register_referring_body(
        self,
        body: m.ReferringBodyRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.Registered: ...

    @overload
    async def register_referring_body(
        self,
        body: m.ReferringBodyRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.RegistryRehearsal: ...

    async def register_referring_body(
        self,
        body: m.ReferringBodyRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.Registered | m.RegistryRehearsal:
        """Register a referring body."""
        found = await self.call(
            "POST",
            "/v1/referring-bodies",
            body=body,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.Registered | m.RegistryRehearsal", found)

    async def list_organisations(
        self,
        *,
        after: str | None = None,
        limit: int | None = None,
        on: str | None = None,
        parent_id: str | None = None,
    ) -> m.OrganisationList:
        """List organisations, oldest first."""
        found = await self.call(
            "GET",
            "/v1/organisations",
            params={"after": after, "limit": limit, "on": on, "parent_id": parent_id},
        )
        return cast("m.OrganisationList", found)

    def list_organisations_pages(
        self,
        *,
        limit: int | None = None,
        on: str | None = None,
        parent_id: str | None = None,
    ) -> Pages[m.OrganisationList]:
        """List organisations, oldest first. Page by page, from the first to the last."""

        async def page(after: str | None) -> m.OrganisationList:
            return await self.list_organisations(
                limit=limit,
                on=on,
                parent_id=parent_id,
                after=None if after is None else after,
            )

        return Pages(page)

    @overload
    async def register_organisation(
        self,
        body: m.OrganisationRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.Registered: ...

    @overload
    async def register_organisation(
        self,
        body: m.OrganisationRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.RegistryRehearsal: ...

    async def register_organisation(
        self,
        body: m.OrganisationRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.Registered | m.RegistryRehearsal:
        """Register an organisation."""
        found = await self.call(
            "POST",
            "/v1/organisations",
            body=body,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.Registered | m.RegistryRehearsal", found)

    async def list_mediators(
        self,
        *,
        after: str | None = None,
        limit: int | None = None,
        on: str | None = None,
        organisation_id: str | None = None,
    ) -> m.MediatorList:
        """List mediators, oldest first."""
        found = await self.call(
            "GET",
            "/v1/mediators",
            params={"after": after, "limit": limit, "on": on, "organisation_id": organisation_id},
        )
        return cast("m.MediatorList", found)

    def list_mediators_pages(
        self,
        *,
        limit: int | None = None,
        on: str | None = None,
        organisation_id: str | None = None,
    ) -> Pages[m.MediatorList]:
        """List mediators, oldest first. Page by page, from the first to the last."""

        async def page(after: str | None) -> m.MediatorList:
            return await self.list_mediators(
                limit=limit,
                on=on,
                organisation_id=organisation_id,
                after=None if after is None else after,
            )

        return Pages(page)

    @overload
    async def register_mediator(
        self,
        body: m.MediatorRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.Registered: ...

    @overload
    async def register_mediator(
        self,
        body: m.MediatorRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.RegistryRehearsal: ...

    async def register_mediator(
        self,
        body: m.MediatorRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.Registered | m.RegistryRehearsal:
        """Enter a mediator."""
        found = await self.call(
            "POST",
            "/v1/mediators",
            body=body,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.Registered | m.RegistryRehearsal", found)

    async def list_roster_entries(
        self,
        *,
        after: str | None = None,
        limit: int | None = None,
        on: str | None = None,
        court_id: str | None = None,
        organisation_id: str | None = None,
        mediator_id: str | None = None,
    ) -> m.RosterList:
        """List roster entries, oldest first."""
        found = await self.call(
            "GET",
            "/v1/rosters",
            params={"after": after, "limit": limit, "on": on, "court_id": court_id, "organisation_id": organisation_id, "mediator_id": mediator_id},
        )
        return cast("m.RosterList", found)

    def list_roster_entries_pages(
        self,
        *,
        limit: int | None = None,
        on: str | None = None,
        court_id: str | None = None,
        organisation_id: str | None = None,
        mediator_id: str | None = None,
    ) -> Pages[m.RosterList]:
        """List roster entries, oldest first. Page by page, from the first to the last."""

        async def page(after: str | None) -> m.RosterList:
            return await self.list_roster_entries(
                limit=limit,
                on=on,
                court_id=court_id,
                organisation_id=organisation_id,
                mediator_id=mediator_id,
                after=None if after is None else after,
            )

        return Pages(page)

    @overload
    async def register_roster_entry(
        self,
        body: m.RosterEntryRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.Registered: ...

    @overload
    async def register_roster_entry(
        self,
        body: m.RosterEntryRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.RegistryRehearsal: ...

    async def register_roster_entry(
        self,
        body: m.RosterEntryRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.Registered | m.RegistryRehearsal:
        """List in the roster of a court."""
        found = await self.call(
            "POST",
            "/v1/rosters",
            body=body,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.Registered | m.RegistryRehearsal", found)

    async def list_channels(
        self,
        *,
        after: str | None = None,
        limit: int | None = None,
        on: str | None = None,
        court_id: str | None = None,
        organisation_id: str | None = None,
    ) -> m.ChannelList:
        """List channels, oldest first."""
        found = await self.call(
            "GET",
            "/v1/channels",
            params={"after": after, "limit": limit, "on": on, "court_id": court_id, "organisation_id": organisation_id},
        )
        return cast("m.ChannelList", found)

    def list_channels_pages(
        self,
        *,
        limit: int | None = None,
        on: str | None = None,
        court_id: str | None = None,
        organisation_id: str | None = None,
    ) -> Pages[m.ChannelList]:
        """List channels, oldest first. Page by page, from the first to the last."""

        async def page(after: str | None) -> m.ChannelList:
            return await self.list_channels(
                limit=limit,
                on=on,
                court_id=court_id,
                organisation_id=organisation_id,
                after=None if after is None else after,
            )

        return Pages(page)

    @overload
    async def register_channel(
        self,
        body: m.ChannelRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.Registered: ...

    @overload
    async def register_channel(
        self,
        body: m.ChannelRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.RegistryRehearsal: ...

    async def register_channel(
        self,
        body: m.ChannelRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.Registered | m.RegistryRehearsal:
        """Open a channel."""
        found = await self.call(
            "POST",
            "/v1/channels",
            body=body,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.Registered | m.RegistryRehearsal", found)

    async def list_clients(
        self,
        *,
        after: str | None = None,
        limit: int | None = None,
    ) -> m.ClientList:
        """List clients, oldest first."""
        found = await self.call(
            "GET",
            "/v1/clients",
            params={"after": after, "limit": limit},
        )
        return cast("m.ClientList", found)

    def list_clients_pages(
        self,
        *,
        limit: int | None = None,
    ) -> Pages[m.ClientList]:
        """List clients, oldest first. Page by page, from the first to the last."""

        async def page(after: str | None) -> m.ClientList:
            return await self.list_clients(
                limit=limit,
                after=None if after is None else after,
            )

        return Pages(page)

    @overload
    async def register_client(
        self,
        body: m.ClientRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.KeyIssued: ...

    @overload
    async def register_client(
        self,
        body: m.ClientRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.RegistryRehearsal: ...

    async def register_client(
        self,
        body: m.ClientRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.KeyIssued | m.RegistryRehearsal:
        """Register a client."""
        found = await self.call(
            "POST",
            "/v1/clients",
            body=body,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.KeyIssued | m.RegistryRehearsal", found)

    @overload
    async def issue_key(
        self,
        record_id: str,
        body: m.KeyRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.KeyIssued: ...

    @overload
    async def issue_key(
        self,
        record_id: str,
        body: m.KeyRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.RegistryRehearsal: ...

    async def issue_key(
        self,
        record_id: str,
        body: m.KeyRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.KeyIssued | m.RegistryRehearsal:
        """Issue a second key."""
        found = await self.call(
            "POST",
            f"/v1/clients/{self.quoted(record_id)}/keys",
            body=body,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.KeyIssued | m.RegistryRehearsal", found)

    @overload
    async def revoke_key(
        self,
        record_id: str,
        key_id: str,
        body: m.RevocationRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.KeyRevoked: ...

    @overload
    async def revoke_key(
        self,
        record_id: str,
        key_id: str,
        body: m.RevocationRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.RegistryRehearsal: ...

    async def revoke_key(
        self,
        record_id: str,
        key_id: str,
        body: m.RevocationRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.KeyRevoked | m.RegistryRehearsal:
        """Revoke a key."""
        found = await self.call(
            "POST",
            f"/v1/clients/{self.quoted(record_id)}/keys/{self.quoted(key_id)}/revoke",
            body=body,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.KeyRevoked | m.RegistryRehearsal", found)

    async def list_court_changes(
        self,
        record_id: str,
        *,
        after: str | None = None,
        limit: int | None = None,
    ) -> m.ChangeList:
        """Read the history of a court, in the order of entry."""
        found = await self.call(
            "GET",
            f"/v1/courts/{self.quoted(record_id)}/changes",
            params={"after": after, "limit": limit},
        )
        return cast("m.ChangeList", found)

    def list_court_changes_pages(
        self,
        record_id: str,
        *,
        limit: int | None = None,
    ) -> Pages[m.ChangeList]:
        """Read the history of a court, in the order of entry. Page by page, from the first to the last."""

        async def page(after: str | None) -> m.ChangeList:
            return await self.list_court_changes(
                record_id,
                limit=limit,
                after=None if after is None else after,
            )

        return Pages(page)

    @overload
    async def change_court(
        self,
        record_id: str,
        body: m.CourtChange,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.ChangeMade: ...

    @overload
    async def change_court(
        self,
        record_id: str,
        body: m.CourtChange,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.RegistryRehearsal: ...

    async def change_court(
        self,
        record_id: str,
        body: m.CourtChange,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.ChangeMade | m.RegistryRehearsal:
        """Change a court from a day on."""
        found = await self.call(
            "POST",
            f"/v1/courts/{self.quoted(record_id)}/changes",
            body=body,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.ChangeMade | m.RegistryRehearsal", found)

    async def list_referring_body_changes(
        self,
        record_id: str,
        *,
        after: str | None = None,
        limit: int | None = None,
    ) -> m.ChangeList:
        """Read the history of a referring body, in the order of entry."""
        found = await self.call(
            "GET",
            f"/v1/referring-bodies/{self.quoted(record_id)}/changes",
            params={"after": after, "limit": limit},
        )
        return cast("m.ChangeList", found)

    def list_referring_body_changes_pages(
        self,
        record_id: str,
        *,
        limit: int | None = None,
    ) -> Pages[m.ChangeList]:
        """Read the history of a referring body, in the order of entry. Page by page, from the first to the last."""

        async def page(after: str | None) -> m.ChangeList:
            return await self.list_referring_body_changes(
                record_id,
                limit=limit,
                after=None if after is None else after,
            )

        return Pages(page)

    @overload
    async def change_referring_body(
        self,
        record_id: str,
        body: m.ReferringBodyChange,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.ChangeMade: ...

    @overload
    async def change_referring_body(
        self,
        record_id: str,
        body: m.ReferringBodyChange,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.RegistryRehearsal: ...

    async def change_referring_body(
        self,
        record_id: str,
        body: m.ReferringBodyChange,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.ChangeMade | m.RegistryRehearsal:
        """Change a referring body from a day on."""
        found = await self.call(
            "POST",
            f"/v1/referring-bodies/{self.quoted(record_id)}/changes",
            body=body,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.ChangeMade | m.RegistryRehearsal", found)

    async def list_organisation_changes(
        self,
        record_id: str,
        *,
        after: str | None = None,
        limit: int | None = None,
    ) -> m.ChangeList:
        """Read the history of an organisation, in the order of entry."""
        found = await self.call(
            "GET",
            f"/v1/organisations/{self.quoted(record_id)}/changes",
            params={"after": after, "limit": limit},
        )
        return cast("m.ChangeList", found)

    def list_organisation_changes_pages(
        self,
        record_id: str,
        *,
        limit: int | None = None,
    ) -> Pages[m.ChangeList]:
        """Read the history of an organisation, in the order of entry. Page by page, from the first to the last."""

        async def page(after: str | None) -> m.ChangeList:
            return await self.list_organisation_changes(
                record_id,
                limit=limit,
                after=None if after is None else after,
            )

        return Pages(page)

    @overload
    async def change_organisation(
        self,
        record_id: str,
        body: m.OrganisationChange,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.ChangeMade: ...

    @overload
    async def change_organisation(
        self,
        record_id: str,
        body: m.OrganisationChange,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.RegistryRehearsal: ...

    async def change_organisation(
        self,
        record_id: str,
        body: m.OrganisationChange,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.ChangeMade | m.RegistryRehearsal:
        """Change an organisation from a day on."""
        found = await self.call(
            "POST",
            f"/v1/organisations/{self.quoted(record_id)}/changes",
            body=body,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.ChangeMade | m.RegistryRehearsal", found)

    async def list_mediator_changes(
        self,
        record_id: str,
        *,
        after: str | None = None,
        limit: int | None = None,
    ) -> m.ChangeList:
        """Read the history of a mediator, in the order of entry."""
        found = await self.call(
            "GET",
            f"/v1/mediators/{self.quoted(record_id)}/changes",
            params={"after": after, "limit": limit},
        )
        return cast("m.ChangeList", found)

    def list_mediator_changes_pages(
        self,
        record_id: str,
        *,
        limit: int | None = None,
    ) -> Pages[m.ChangeList]:
        """Read the history of a mediator, in the order of entry. Page by page, from the first to the last."""

        async def page(after: str | None) -> m.ChangeList:
            return await self.list_mediator_changes(
                record_id,
                limit=limit,
                after=None if after is None else after,
            )

        return Pages(page)

    @overload
    async def change_mediator(
        self,
        record_id: str,
        body: m.MediatorChange,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.ChangeMade: ...

    @overload
    async def change_mediator(
        self,
        record_id: str,
        body: m.MediatorChange,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.RegistryRehearsal: ...

    async def change_mediator(
        self,
        record_id: str,
        body: m.MediatorChange,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.ChangeMade | m.RegistryRehearsal:
        """Change a mediator from a day on."""
        found = await self.call(
            "POST",
            f"/v1/mediators/{self.quoted(record_id)}/changes",
            body=body,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.ChangeMade | m.RegistryRehearsal", found)

    async def list_roster_entry_changes(
        self,
        record_id: str,
        *,
        after: str | None = None,
        limit: int | None = None,
    ) -> m.ChangeList:
        """Read the history of a roster entry, in the order of entry."""
        found = await self.call(
            "GET",
            f"/v1/rosters/{self.quoted(record_id)}/changes",
            params={"after": after, "limit": limit},
        )
        return cast("m.ChangeList", found)

    def list_roster_entry_changes_pages(
        self,
        record_id: str,
        *,
        limit: int | None = None,
    ) -> Pages[m.ChangeList]:
        """Read the history of a roster entry, in the order of entry. Page by page, from the first to the last."""

        async def page(after: str | None) -> m.ChangeList:
            return await self.list_roster_entry_changes(
                record_id,
                limit=limit,
                after=None if after is None else after,
            )

        return Pages(page)

    @overload
    async def change_roster_entry(
        self,
        record_id: str,
        body: m.RosterEntryChange,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.ChangeMade: ...

    @overload
    async def change_roster_entry(
        self,
        record_id: str,
        body: m.RosterEntryChange,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.RegistryRehearsal: ...

    async def change_roster_entry(
        self,
        record_id: str,
        body: m.RosterEntryChange,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.ChangeMade | m.RegistryRehearsal:
        """Change a roster entry from a day on."""
        found = await self.call(
            "POST",
            f"/v1/rosters/{self.quoted(record_id)}/changes",
            body=body,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.ChangeMade | m.RegistryRehearsal", found)

    async def list_channel_changes(
        self,
        record_id: str,
        *,
        after: str | None = None,
        limit: int | None = None,
    ) -> m.ChangeList:
        """Read the history of a channel, in the order of entry."""
        found = await self.call(
            "GET",
            f"/v1/channels/{self.quoted(record_id)}/changes",
            params={"after": after, "limit": limit},
        )
        return cast("m.ChangeList", found)

    def list_channel_changes_pages(
        self,
        record_id: str,
        *,
        limit: int | None = None,
    ) -> Pages[m.ChangeList]:
        """Read the history of a channel, in the order of entry. Page by page, from the first to the last."""

        async def page(after: str | None) -> m.ChangeList:
            return await self.list_channel_changes(
                record_id,
                limit=limit,
                after=None if after is None else after,
            )

        return Pages(page)

    @overload
    async def change_channel(
        self,
        record_id: str,
        body: m.ChannelChange,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.ChangeMade: ...

    @overload
    async def change_channel(
        self,
        record_id: str,
        body: m.ChannelChange,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.RegistryRehearsal: ...

    async def change_channel(
        self,
        record_id: str,
        body: m.ChannelChange,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.ChangeMade | m.RegistryRehearsal:
        """Change a channel from a day on."""
        found = await self.call(
            "POST",
            f"/v1/channels/{self.quoted(record_id)}/changes",
            body=body,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.ChangeMade | m.RegistryRehearsal", found)

    async def list_client_changes(
        self,
        record_id: str,
        *,
        after: str | None = None,
        limit: int | None = None,
    ) -> m.ChangeList:
        """Read the history of a client, in the order of entry."""
        found = await self.call(
            "GET",
            f"/v1/clients/{self.quoted(record_id)}/changes",
            params={"after": after, "limit": limit},
        )
        return cast("m.ChangeList", found)

    def list_client_changes_pages(
        self,
        record_id: str,
        *,
        limit: int | None = None,
    ) -> Pages[m.ChangeList]:
        """Read the history of a client, in the order of entry. Page by page, from the first to the last."""

        async def page(after: str | None) -> m.ChangeList:
            return await self.list_client_changes(
                record_id,
                limit=limit,
                after=None if after is None else after,
            )

        return Pages(page)

    @overload
    async def change_client(
        self,
        record_id: str,
        body: m.ClientChange,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.ChangeMade: ...

    @overload
    async def change_client(
        self,
        record_id: str,
        body: m.ClientChange,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.RegistryRehearsal: ...

    async def change_client(
        self,
        record_id: str,
        body: m.ClientChange,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.ChangeMade | m.RegistryRehearsal:
        """Change a client."""
        found = await self.call(
            "POST",
            f"/v1/clients/{self.quoted(record_id)}/changes",
            body=body,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.ChangeMade | m.RegistryRehearsal", found)

    async def get_court(
        self,
        record_id: str,
        *,
        on: str | None = None,
    ) -> m.CourtView:
        """Read one court."""
        found = await self.call(
            "GET",
            f"/v1/courts/{self.quoted(record_id)}",
            params={"on": on},
        )
        return cast("m.CourtView", found)

    async def get_referring_body(
        self,
        record_id: str,
        *,
        on: str | None = None,
    ) -> m.ReferringBodyView:
        """Read one referring body."""
        found = await self.call(
            "GET",
            f"/v1/referring-bodies/{self.quoted(record_id)}",
            params={"on": on},
        )
        return cast("m.ReferringBodyView", found)

    async def get_organisation(
        self,
        record_id: str,
        *,
        on: str | None = None,
    ) -> m.OrganisationView:
        """Read one organisation."""
        found = await self.call(
            "GET",
            f"/v1/organisations/{self.quoted(record_id)}",
            params={"on": on},
        )
        return cast("m.OrganisationView", found)

    async def get_mediator(
        self,
        record_id: str,
        *,
        on: str | None = None,
    ) -> m.MediatorView:
        """Read one mediator."""
        found = await self.call(
            "GET",
            f"/v1/mediators/{self.quoted(record_id)}",
            params={"on": on},
        )
        return cast("m.MediatorView", found)

    async def get_roster_entry(
        self,
        record_id: str,
        *,
        on: str | None = None,
    ) -> m.RosterEntryView:
        """Read one roster entry."""
        found = await self.call(
            "GET",
            f"/v1/rosters/{self.quoted(record_id)}",
            params={"on": on},
        )
        return cast("m.RosterEntryView", found)

    async def get_channel(
        self,
        record_id: str,
        *,
        on: str | None = None,
    ) -> m.ChannelView:
        """Read one channel."""
        found = await self.call(
            "GET",
            f"/v1/channels/{self.quoted(record_id)}",
            params={"on": on},
        )
        return cast("m.ChannelView", found)

    async def get_client(
        self,
        record_id: str,
    ) -> m.ClientView:
        """Read one client."""
        found = await self.call(
            "GET",
            f"/v1/clients/{self.quoted(record_id)}",
        )
        return cast("m.ClientView", found)

    async def list_platforms(
        self,
        *,
        after: str | None = None,
        limit: int | None = None,
    ) -> m.PlatformList:
        """List configuration rows."""
        found = await self.call(
            "GET",
            "/v1/court-platforms",
            params={"after": after, "limit": limit},
        )
        return cast("m.PlatformList", found)

    def list_platforms_pages(
        self,
        *,
        limit: int | None = None,
    ) -> Pages[m.PlatformList]:
        """List configuration rows. Page by page, from the first to the last."""

        async def page(after: str | None) -> m.PlatformList:
            return await self.list_platforms(
                limit=limit,
                after=None if after is None else after,
            )

        return Pages(page)

    @overload
    async def register_platform(
        self,
        body: m.PlatformRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.PlatformMade: ...

    @overload
    async def register_platform(
        self,
        body: m.PlatformRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.PlatformRehearsal: ...

    async def register_platform(
        self,
        body: m.PlatformRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.PlatformMade | m.PlatformRehearsal:
        """Add a configuration row of a court's platform."""
        found = await self.call(
            "POST",
            "/v1/court-platforms",
            body=body,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.PlatformMade | m.PlatformRehearsal", found)

    async def get_platform(
        self,
        platform: str,
    ) -> m.PlatformView:
        """Read a platform as it is today."""
        found = await self.call(
            "GET",
            f"/v1/court-platforms/{self.quoted(platform)}",
        )
        return cast("m.PlatformView", found)

    async def list_platform_messages(
        self,
        platform: str,
        *,
        state: m.InboxState | None = None,
        after: str | None = None,
        limit: int | None = None,
    ) -> m.InboxMessageList:
        """List what came from a platform."""
        found = await self.call(
            "GET",
            f"/v1/court-platforms/{self.quoted(platform)}/messages",
            params={"state": state, "after": after, "limit": limit},
        )
        return cast("m.InboxMessageList", found)

    def list_platform_messages_pages(
        self,
        platform: str,
        *,
        state: m.InboxState | None = None,
        limit: int | None = None,
    ) -> Pages[m.InboxMessageList]:
        """List what came from a platform. Page by page, from the first to the last."""

        async def page(after: str | None) -> m.InboxMessageList:
            return await self.list_platform_messages(
                platform,
                state=state,
                limit=limit,
                after=None if after is None else after,
            )

        return Pages(page)

    async def receive_platform_message(
        self,
        platform: str,
        body: bytes,
    ) -> m.MessageReceived:
        """Take a message of a court's platform."""
        found = await self.call(
            "POST",
            f"/v1/court-platforms/{self.quoted(platform)}/messages",
            content=body,
            content_type="application/octet-stream",
        )
        return cast("m.MessageReceived", found)

    @overload
    async def replay_platform_message(
        self,
        platform: str,
        record_id: str,
        body: m.ReplayMessageRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.MessageReplayed: ...

    @overload
    async def replay_platform_message(
        self,
        platform: str,
        record_id: str,
        body: m.ReplayMessageRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.MessageReplayRehearsal: ...

    async def replay_platform_message(
        self,
        platform: str,
        record_id: str,
        body: m.ReplayMessageRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.MessageReplayed | m.MessageReplayRehearsal:
        """Let a parked message be tried again."""
        found = await self.call(
            "POST",
            f"/v1/court-platforms/{self.quoted(platform)}/messages/{self.quoted(record_id)}/replay",
            body=body,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.MessageReplayed | m.MessageReplayRehearsal", found)

    async def list_outbox(
        self,
        platform: str,
        *,
        state: m.OutboxState | None = None,
        after: str | None = None,
        limit: int | None = None,
    ) -> m.OutboxMessageList:
        """List what goes to a platform."""
        found = await self.call(
            "GET",
            f"/v1/court-platforms/{self.quoted(platform)}/outbox",
            params={"state": state, "after": after, "limit": limit},
        )
        return cast("m.OutboxMessageList", found)

    def list_outbox_pages(
        self,
        platform: str,
        *,
        state: m.OutboxState | None = None,
        limit: int | None = None,
    ) -> Pages[m.OutboxMessageList]:
        """List what goes to a platform. Page by page, from the first to the last."""

        async def page(after: str | None) -> m.OutboxMessageList:
            return await self.list_outbox(
                platform,
                state=state,
                limit=limit,
                after=None if after is None else after,
            )

        return Pages(page)

    @overload
    async def retry_outbox_message(
        self,
        platform: str,
        record_id: str,
        body: m.RetryMessageRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.MessageRetried: ...

    @overload
    async def retry_outbox_message(
        self,
        platform: str,
        record_id: str,
        body: m.RetryMessageRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.MessageRetryRehearsal: ...

    async def retry_outbox_message(
        self,
        platform: str,
        record_id: str,
        body: m.RetryMessageRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.MessageRetried | m.MessageRetryRehearsal:
        """Let a parked message be sent again."""
        found = await self.call(
            "POST",
            f"/v1/court-platforms/{self.quoted(platform)}/outbox/{self.quoted(record_id)}/retry",
            body=body,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.MessageRetried | m.MessageRetryRehearsal", found)

    async def list_referral_platform_entries(
        self,
        referral_id: str,
    ) -> m.ReferralPlatformEntries:
        """Read what has to stand on the court's platform."""
        found = await self.call(
            "GET",
            f"/v1/referrals/{self.quoted(referral_id)}/platform-entries",
        )
        return cast("m.ReferralPlatformEntries", found)

    @overload
    async def enter_by_hand(
        self,
        referral_id: str,
        body: m.EnterByHandRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.EntryRecorded: ...

    @overload
    async def enter_by_hand(
        self,
        referral_id: str,
        body: m.EnterByHandRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.EntryRehearsal: ...

    async def enter_by_hand(
        self,
        referral_id: str,
        body: m.EnterByHandRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.EntryRecorded | m.EntryRehearsal:
        """Record that somebody entered a duty by hand."""
        found = await self.call(
            "POST",
            f"/v1/referrals/{self.quoted(referral_id)}/platform-entries",
            body=body,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.EntryRecorded | m.EntryRehearsal", found)

    async def list_platform_entries(
        self,
        *,
        state: m.EntryState | None = None,
        overdue: bool | None = None,
        after: str | None = None,
        limit: int | None = None,
    ) -> m.PlatformEntryList:
        """List what has to stand on platforms of courts."""
        found = await self.call(
            "GET",
            "/v1/platform-entries",
            params={"state": state, "overdue": overdue, "after": after, "limit": limit},
        )
        return cast("m.PlatformEntryList", found)

    def list_platform_entries_pages(
        self,
        *,
        state: m.EntryState | None = None,
        overdue: bool | None = None,
        limit: int | None = None,
    ) -> Pages[m.PlatformEntryList]:
        """List what has to stand on platforms of courts. Page by page, from the first to the last."""

        async def page(after: str | None) -> m.PlatformEntryList:
            return await self.list_platform_entries(
                state=state,
                overdue=overdue,
                limit=limit,
                after=None if after is None else after,
            )

        return Pages(page)

    async def list_reconciliations(
        self,
        *,
        platform: str | None = None,
        after: str | None = None,
        limit: int | None = None,
    ) -> m.ReconciliationList:
        """List reconciliations."""
        found = await self.call(
            "GET",
            "/v1/reconciliations",
            params={"platform": platform, "after": after, "limit": limit},
        )
        return cast("m.ReconciliationList", found)

    def list_reconciliations_pages(
        self,
        *,
        platform: str | None = None,
        limit: int | None = None,
    ) -> Pages[m.ReconciliationList]:
        """List reconciliations. Page by page, from the first to the last."""

        async def page(after: str | None) -> m.ReconciliationList:
            return await self.list_reconciliations(
                platform=platform,
                limit=limit,
                after=None if after is None else after,
            )

        return Pages(page)

    @overload
    async def reconcile(
        self,
        body: m.ReconcileRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.Reconciled: ...

    @overload
    async def reconcile(
        self,
        body: m.ReconcileRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.ReconcileRehearsal: ...

    async def reconcile(
        self,
        body: m.ReconcileRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.Reconciled | m.ReconcileRehearsal:
        """Compare what a platform holds with what is held here."""
        found = await self.call(
            "POST",
            "/v1/reconciliations",
            body=body,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.Reconciled | m.ReconcileRehearsal", found)

    @overload
    async def reconcile_spreadsheet(
        self,
        body: bytes,
        *,
        platform: str,
        day: str | None = None,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.Reconciled: ...

    @overload
    async def reconcile_spreadsheet(
        self,
        body: bytes,
        *,
        platform: str,
        day: str | None = None,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.ReconcileRehearsal: ...

    async def reconcile_spreadsheet(
        self,
        body: bytes,
        *,
        platform: str,
        day: str | None = None,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.Reconciled | m.ReconcileRehearsal:
        """Compare the list that a platform exported with what is held here."""
        found = await self.call(
            "POST",
            "/v1/reconciliations/spreadsheets",
            params={"platform": platform, "day": day},
            content=body,
            content_type="application/octet-stream",
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.Reconciled | m.ReconcileRehearsal", found)

    async def get_reconciliation(
        self,
        record_id: str,
    ) -> m.ReconciliationView:
        """Read one reconciliation."""
        found = await self.call(
            "GET",
            f"/v1/reconciliations/{self.quoted(record_id)}",
        )
        return cast("m.ReconciliationView", found)

    async def get_reconciliation_sheet(
        self,
        record_id: str,
    ) -> bytes:
        """Read a reconciliation as a workbook."""
        return await self.raw(
            "GET",
            f"/v1/reconciliations/{self.quoted(record_id)}/sheet",
        )

    @overload
    async def apply_repairs(
        self,
        record_id: str,
        body: m.ApplyRepairsRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.RepairsApplied: ...

    @overload
    async def apply_repairs(
        self,
        record_id: str,
        body: m.ApplyRepairsRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.RepairsRehearsal: ...

    async def apply_repairs(
        self,
        record_id: str,
        body: m.ApplyRepairsRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.RepairsApplied | m.RepairsRehearsal:
        """Approve and carry out repairs."""
        found = await self.call(
            "POST",
            f"/v1/reconciliations/{self.quoted(record_id)}/apply",
            body=body,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.RepairsApplied | m.RepairsRehearsal", found)

    async def list_accesses(
        self,
        *,
        after: str | None = None,
        limit: int | None = None,
    ) -> m.AccessList:
        """Read who read personal data."""
        found = await self.call(
            "GET",
            "/v1/audit",
            params={"after": after, "limit": limit},
        )
        return cast("m.AccessList", found)

    def list_accesses_pages(
        self,
        *,
        limit: int | None = None,
    ) -> Pages[m.AccessList]:
        """Read who read personal data. Page by page, from the first to the last."""

        async def page(after: str | None) -> m.AccessList:
            return await self.list_accesses(
                limit=limit,
                after=None if after is None else after,
            )

        return Pages(page)

    async def get_me(
        self,
    ) -> m.MeView:
        """Whom does this key stand for?"""
        found = await self.call(
            "GET",
            "/v1/me",
        )
        return cast("m.MeView", found)

    async def get_lifecycle(
        self,
    ) -> m.LifecycleView:
        """Read the tables that decide."""
        found = await self.call(
            "GET",
            "/v1/lifecycle",
        )
        return cast("m.LifecycleView", found)

    async def list_event_types(
        self,
    ) -> m.EventTypeList:
        """Which events are there, when, and of what form?"""
        found = await self.call(
            "GET",
            "/v1/event-types",
        )
        return cast("m.EventTypeList", found)

    async def get_due_date(
        self,
        *,
        rule: m.RuleId,
        start: str,
    ) -> m.DueDateView:
        """When does a period end?"""
        found = await self.call(
            "GET",
            "/v1/calendar/due-date",
            params={"rule": rule, "start": start},
        )
        return cast("m.DueDateView", found)

    async def list_code_lists(
        self,
    ) -> m.CodeListNames:
        """Which code lists are there?"""
        found = await self.call(
            "GET",
            "/v1/code-lists",
        )
        return cast("m.CodeListNames", found)

    async def get_code_list(
        self,
        name: str,
        *,
        on: str | None = None,
    ) -> m.CodeListView:
        """Read one code list."""
        found = await self.call(
            "GET",
            f"/v1/code-lists/{self.quoted(name)}",
            params={"on": on},
        )
        return cast("m.CodeListView", found)

    async def get_tracks(
        self,
        *,
        on: str | None = None,
    ) -> m.TracksView:
        """Which tracks and bodies of rules are there?"""
        found = await self.call(
            "GET",
            "/v1/tracks",
            params={"on": on},
        )
        return cast("m.TracksView", found)

    async def list_court_codes(
        self,
        *,
        code: str | None = None,
        name: str | None = None,
        on: str | None = None,
        after: str | None = None,
        limit: int | None = None,
    ) -> m.CourtCodePage:
        """Which court has this code?"""
        found = await self.call(
            "GET",
            "/v1/court-codes",
            params={"code": code, "name": name, "on": on, "after": after, "limit": limit},
        )
        return cast("m.CourtCodePage", found)

    def list_court_codes_pages(
        self,
        *,
        code: str | None = None,
        name: str | None = None,
        on: str | None = None,
        limit: int | None = None,
    ) -> Pages[m.CourtCodePage]:
        """Which court has this code? Page by page, from the first to the last."""

        async def page(after: str | None) -> m.CourtCodePage:
            return await self.list_court_codes(
                code=code,
                name=name,
                on=on,
                limit=limit,
                after=None if after is None else after,
            )

        return Pages(page)

    async def list_regions(
        self,
        *,
        prefix: str | None = None,
        on: str | None = None,
        after: str | None = None,
        limit: int | None = None,
    ) -> m.RegionPage:
        """Which region has this code?"""
        found = await self.call(
            "GET",
            "/v1/regions",
            params={"prefix": prefix, "on": on, "after": after, "limit": limit},
        )
        return cast("m.RegionPage", found)

    def list_regions_pages(
        self,
        *,
        prefix: str | None = None,
        on: str | None = None,
        limit: int | None = None,
    ) -> Pages[m.RegionPage]:
        """Which region has this code? Page by page, from the first to the last."""

        async def page(after: str | None) -> m.RegionPage:
            return await self.list_regions(
                prefix=prefix,
                on=on,
                limit=limit,
                after=None if after is None else after,
            )

        return Pages(page)

    async def get_problem_kind(
        self,
        code: str,
    ) -> m.ProblemKindView:
        """What does the code of a refusal mean?"""
        found = await self.call(
            "GET",
            f"/problems/{self.quoted(code)}",
        )
        return cast("m.ProblemKindView", found)

    async def livez(
        self,
    ) -> m.HealthView:
        """Is the process there?"""
        found = await self.call(
            "GET",
            "/livez",
        )
        return cast("m.HealthView", found)

    async def readyz(
        self,
    ) -> m.HealthView:
        """Can it work?"""
        found = await self.call(
            "GET",
            "/readyz",
        )
        return cast("m.HealthView", found)

    async def list_documents(
        self,
        referral_id: str,
        *,
        reveal: bool | None = None,
    ) -> m.DocumentList:
        """Read what documents it has."""
        found = await self.call(
            "GET",
            f"/v1/referrals/{self.quoted(referral_id)}/documents",
            params={"reveal": reveal},
        )
        return cast("m.DocumentList", found)

    @overload
    async def put_document(
        self,
        referral_id: str,
        body: bytes,
        *,
        document_class: Literal[
    "complaint",
    "application",
    "identity",
    "evidence",
    "rights_notice",
    "consent",
    "signed_minutes",
    "private_notes",
    "offer",
    "caucus",
    "recording",
    "agreement",
    "undisputed_facts",
    "end_report",
    "service_address",
    "presiding_proof",
    "confirmation_application",
    "appraisal_report",
    "court_document",
    "other",
],
        sealed_original: bool | None = None,
        signed_by: list[str] | None = None,
        replaces_minutes: bool | None = None,
        occurred_on: str | None = None,
        content_disposition: str | None = None,
        content_digest: str | None = None,
        if_match: Version,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.Receipt: ...

    @overload
    async def put_document(
        self,
        referral_id: str,
        body: bytes,
        *,
        document_class: Literal[
    "complaint",
    "application",
    "identity",
    "evidence",
    "rights_notice",
    "consent",
    "signed_minutes",
    "private_notes",
    "offer",
    "caucus",
    "recording",
    "agreement",
    "undisputed_facts",
    "end_report",
    "service_address",
    "presiding_proof",
    "confirmation_application",
    "appraisal_report",
    "court_document",
    "other",
],
        sealed_original: bool | None = None,
        signed_by: list[str] | None = None,
        replaces_minutes: bool | None = None,
        occurred_on: str | None = None,
        content_disposition: str | None = None,
        content_digest: str | None = None,
        if_match: Version,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.Rehearsal: ...

    async def put_document(
        self,
        referral_id: str,
        body: bytes,
        *,
        document_class: Literal[
    "complaint",
    "application",
    "identity",
    "evidence",
    "rights_notice",
    "consent",
    "signed_minutes",
    "private_notes",
    "offer",
    "caucus",
    "recording",
    "agreement",
    "undisputed_facts",
    "end_report",
    "service_address",
    "presiding_proof",
    "confirmation_application",
    "appraisal_report",
    "court_document",
    "other",
],
        sealed_original: bool | None = None,
        signed_by: list[str] | None = None,
        replaces_minutes: bool | None = None,
        occurred_on: str | None = None,
        content_disposition: str | None = None,
        content_digest: str | None = None,
        if_match: Version,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.Receipt | m.Rehearsal:
        """Put a document under a referral."""
        found = await self.call(
            "POST",
            f"/v1/referrals/{self.quoted(referral_id)}/documents",
            params={"document_class": document_class, "sealed_original": sealed_original, "signed_by": signed_by, "replaces_minutes": replaces_minutes, "occurred_on": occurred_on},
            headers={"Content-Disposition": content_disposition, "Content-Digest": content_digest},
            content=body,
            content_type="application/octet-stream",
            if_match=if_match,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.Receipt | m.Rehearsal", found)

    async def get_document_content(
        self,
        referral_id: str,
        document_id: str,
    ) -> bytes:
        """Read a document."""
        return await self.raw(
            "GET",
            f"/v1/referrals/{self.quoted(referral_id)}/documents/{self.quoted(document_id)}/content",
        )

    async def get_handover(
        self,
        referral_id: str,
        *,
        purpose: m.Purpose,
    ) -> m.HandoverView:
        """Read what may be handed over to a court."""
        found = await self.call(
            "GET",
            f"/v1/referrals/{self.quoted(referral_id)}/handover",
            params={"purpose": purpose},
        )
        return cast("m.HandoverView", found)

    async def get_handover_content(
        self,
        referral_id: str,
        *,
        purpose: m.Purpose,
    ) -> bytes:
        """Read a package with its documents."""
        return await self.raw(
            "GET",
            f"/v1/referrals/{self.quoted(referral_id)}/handover/content",
            params={"purpose": purpose},
        )

    async def get_form(
        self,
        referral_id: str,
        form: str,
    ) -> bytes:
        """Draw a form from the record."""
        return await self.raw(
            "GET",
            f"/v1/referrals/{self.quoted(referral_id)}/forms/{self.quoted(form)}",
        )

    async def list_webhook_keys(
        self,
    ) -> m.WebhookKeyList:
        """With which keys are webhooks signed?"""
        found = await self.call(
            "GET",
            "/.well-known/webhook-keys.json",
        )
        return cast("m.WebhookKeyList", found)

    async def list_webhook_endpoints(
        self,
        *,
        after: str | None = None,
        limit: int | None = None,
    ) -> m.EndpointList:
        """List your endpoints."""
        found = await self.call(
            "GET",
            "/v1/webhook-endpoints",
            params={"after": after, "limit": limit},
        )
        return cast("m.EndpointList", found)

    def list_webhook_endpoints_pages(
        self,
        *,
        limit: int | None = None,
    ) -> Pages[m.EndpointList]:
        """List your endpoints. Page by page, from the first to the last."""

        async def page(after: str | None) -> m.EndpointList:
            return await self.list_webhook_endpoints(
                limit=limit,
                after=None if after is None else after,
            )

        return Pages(page)

    @overload
    async def create_webhook_endpoint(
        self,
        body: m.EndpointRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.SecretIssued: ...

    @overload
    async def create_webhook_endpoint(
        self,
        body: m.EndpointRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.EndpointRehearsal: ...

    async def create_webhook_endpoint(
        self,
        body: m.EndpointRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.SecretIssued | m.EndpointRehearsal:
        """Make a webhook endpoint."""
        found = await self.call(
            "POST",
            "/v1/webhook-endpoints",
            body=body,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.SecretIssued | m.EndpointRehearsal", found)

    async def get_webhook_endpoint(
        self,
        endpoint_id: str,
    ) -> m.EndpointView:
        """Read one endpoint."""
        found = await self.call(
            "GET",
            f"/v1/webhook-endpoints/{self.quoted(endpoint_id)}",
        )
        return cast("m.EndpointView", found)

    @overload
    async def take_webhook_transition(
        self,
        endpoint_id: str,
        body: m.EndpointTransition,
        *,
        if_match: Version,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.EndpointTaken: ...

    @overload
    async def take_webhook_transition(
        self,
        endpoint_id: str,
        body: m.EndpointTransition,
        *,
        if_match: Version,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.EndpointRehearsal: ...

    async def take_webhook_transition(
        self,
        endpoint_id: str,
        body: m.EndpointTransition,
        *,
        if_match: Version,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.EndpointTaken | m.EndpointRehearsal:
        """Take one action on an endpoint."""
        found = await self.call(
            "POST",
            f"/v1/webhook-endpoints/{self.quoted(endpoint_id)}/transitions",
            body=body,
            if_match=if_match,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.EndpointTaken | m.EndpointRehearsal", found)

    @overload
    async def rotate_webhook_secret(
        self,
        endpoint_id: str,
        body: m.SecretRequest,
        *,
        if_match: Version,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.SecretIssued: ...

    @overload
    async def rotate_webhook_secret(
        self,
        endpoint_id: str,
        body: m.SecretRequest,
        *,
        if_match: Version,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.EndpointRehearsal: ...

    async def rotate_webhook_secret(
        self,
        endpoint_id: str,
        body: m.SecretRequest,
        *,
        if_match: Version,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.SecretIssued | m.EndpointRehearsal:
        """Make a second secret."""
        found = await self.call(
            "POST",
            f"/v1/webhook-endpoints/{self.quoted(endpoint_id)}/secrets",
            body=body,
            if_match=if_match,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.SecretIssued | m.EndpointRehearsal", found)

    @overload
    async def end_webhook_secret(
        self,
        endpoint_id: str,
        secret_id: str,
        body: m.EndSecretRequest,
        *,
        if_match: Version,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.SecretEnded: ...

    @overload
    async def end_webhook_secret(
        self,
        endpoint_id: str,
        secret_id: str,
        body: m.EndSecretRequest,
        *,
        if_match: Version,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.EndpointRehearsal: ...

    async def end_webhook_secret(
        self,
        endpoint_id: str,
        secret_id: str,
        body: m.EndSecretRequest,
        *,
        if_match: Version,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.SecretEnded | m.EndpointRehearsal:
        """End an old secret now."""
        found = await self.call(
            "POST",
            f"/v1/webhook-endpoints/{self.quoted(endpoint_id)}/secrets/{self.quoted(secret_id)}/end",
            body=body,
            if_match=if_match,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.SecretEnded | m.EndpointRehearsal", found)

    @overload
    async def replay_webhook_deliveries(
        self,
        endpoint_id: str,
        body: m.ReplayRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.Replayed: ...

    @overload
    async def replay_webhook_deliveries(
        self,
        endpoint_id: str,
        body: m.ReplayRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.EndpointRehearsal: ...

    async def replay_webhook_deliveries(
        self,
        endpoint_id: str,
        body: m.ReplayRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.Replayed | m.EndpointRehearsal:
        """Deliver again."""
        found = await self.call(
            "POST",
            f"/v1/webhook-endpoints/{self.quoted(endpoint_id)}/replays",
            body=body,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.Replayed | m.EndpointRehearsal", found)

    async def list_webhook_deliveries(
        self,
        endpoint_id: str,
        *,
        after: str | None = None,
        limit: int | None = None,
        state: m.DeliveryState | None = None,
        type: str | None = None,
        referral_id: str | None = None,
        since: str | None = None,
    ) -> m.DeliveryList:
        """List deliveries."""
        found = await self.call(
            "GET",
            f"/v1/webhook-endpoints/{self.quoted(endpoint_id)}/deliveries",
            params={"after": after, "limit": limit, "state": state, "type": type, "referral_id": referral_id, "since": since},
        )
        return cast("m.DeliveryList", found)

    def list_webhook_deliveries_pages(
        self,
        endpoint_id: str,
        *,
        limit: int | None = None,
        state: m.DeliveryState | None = None,
        type: str | None = None,
        referral_id: str | None = None,
        since: str | None = None,
    ) -> Pages[m.DeliveryList]:
        """List deliveries. Page by page, from the first to the last."""

        async def page(after: str | None) -> m.DeliveryList:
            return await self.list_webhook_deliveries(
                endpoint_id,
                limit=limit,
                state=state,
                type=type,
                referral_id=referral_id,
                since=since,
                after=None if after is None else after,
            )

        return Pages(page)

    async def list_webhook_attempts(
        self,
        endpoint_id: str,
        position: str,
        *,
        after: str | None = None,
        limit: int | None = None,
    ) -> m.AttemptList:
        """List the attempts of a delivery."""
        found = await self.call(
            "GET",
            f"/v1/webhook-endpoints/{self.quoted(endpoint_id)}/deliveries/{self.quoted(position)}/attempts",
            params={"after": after, "limit": limit},
        )
        return cast("m.AttemptList", found)

    def list_webhook_attempts_pages(
        self,
        endpoint_id: str,
        position: str,
        *,
        limit: int | None = None,
    ) -> Pages[m.AttemptList]:
        """List the attempts of a delivery. Page by page, from the first to the last."""

        async def page(after: str | None) -> m.AttemptList:
            return await self.list_webhook_attempts(
                endpoint_id,
                position,
                limit=limit,
                after=None if after is None else after,
            )

        return Pages(page)

    @overload
    async def park_webhook_delivery(
        self,
        endpoint_id: str,
        position: str,
        body: m.ParkRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[False] = False,
    ) -> m.Parked: ...

    @overload
    async def park_webhook_delivery(
        self,
        endpoint_id: str,
        position: str,
        body: m.ParkRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: Literal[True],
    ) -> m.EndpointRehearsal: ...

    async def park_webhook_delivery(
        self,
        endpoint_id: str,
        position: str,
        body: m.ParkRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.Parked | m.EndpointRehearsal:
        """Give up a delivery that waits."""
        found = await self.call(
            "POST",
            f"/v1/webhook-endpoints/{self.quoted(endpoint_id)}/deliveries/{self.quoted(position)}/park",
            body=body,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.Parked | m.EndpointRehearsal", found)

    async def list_webhook_errands(
        self,
        endpoint_id: str,
        *,
        after: str | None = None,
        limit: int | None = None,
    ) -> m.AttemptList:
        """List challenges and tests."""
        found = await self.call(
            "GET",
            f"/v1/webhook-endpoints/{self.quoted(endpoint_id)}/errands",
            params={"after": after, "limit": limit},
        )
        return cast("m.AttemptList", found)

    def list_webhook_errands_pages(
        self,
        endpoint_id: str,
        *,
        limit: int | None = None,
    ) -> Pages[m.AttemptList]:
        """List challenges and tests. Page by page, from the first to the last."""

        async def page(after: str | None) -> m.AttemptList:
            return await self.list_webhook_errands(
                endpoint_id,
                limit=limit,
                after=None if after is None else after,
            )

        return Pages(page)

    async def export_webhook_receipts(
        self,
        endpoint_id: str,
        *,
        referral_id: str,
        after: str | None = None,
    ) -> m.DeliveryReceiptExport:
        """Export receipts."""
        found = await self.call(
            "GET",
            f"/v1/webhook-endpoints/{self.quoted(endpoint_id)}/receipts",
            params={"referral_id": referral_id, "after": after},
        )
        return cast("m.DeliveryReceiptExport", found)

    def export_webhook_receipts_pages(
        self,
        endpoint_id: str,
        *,
        referral_id: str,
    ) -> Pages[m.DeliveryReceiptExport]:
        """Export receipts. Page by page, from the first to the last."""

        async def page(after: str | None) -> m.DeliveryReceiptExport:
            return await self.export_webhook_receipts(
                endpoint_id,
                referral_id=referral_id,
                after=None if after is None else after,
            )

        return Pages(page)

    async def get_webhook_health(
        self,
        endpoint_id: str,
    ) -> m.EndpointHealthView:
        """Read how an endpoint does."""
        found = await self.call(
            "GET",
            f"/v1/webhook-endpoints/{self.quoted(endpoint_id)}/health",
        )
        return cast("m.EndpointHealthView", found)

    async def list_webhook_health(
        self,
        *,
        after: str | None = None,
        limit: int | None = None,
    ) -> m.EndpointHealthList:
        """Read how all endpoints do."""
        found = await self.call(
            "GET",
            "/v1/webhook-health",
            params={"after": after, "limit": limit},
        )
        return cast("m.EndpointHealthList", found)

    def list_webhook_health_pages(
        self,
        *,
        limit: int | None = None,
    ) -> Pages[m.EndpointHealthList]:
        """Read how all endpoints do. Page by page, from the first to the last."""

        async def page(after: str | None) -> m.EndpointHealthList:
            return await self.list_webhook_health(
                limit=limit,
                after=None if after is None else after,
            )

        return Pages(page)

    async def get_legal_clock(
        self,
    ) -> m.LegalClockView:
        """Read the legal clock."""
        found = await self.call(
            "GET",
            "/v1/development/legal-clock",
        )
        return cast("m.LegalClockView", found)

    async def move_legal_clock(
        self,
        body: m.LegalClockRequest,
        *,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> m.LegalClockMoved:
        """Move the legal clock."""
        found = await self.call(
            "PUT",
            "/v1/development/legal-clock",
            body=body,
            keyed=True,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
        return cast("m.LegalClockMoved", found)
