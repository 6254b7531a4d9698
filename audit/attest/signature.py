"""Signing of statements with local keys, in DSSE envelopes.

The only module that imports `cryptography`. The payload's type and bytes are signed together (DSSE 1.0, PAE), so that a
signature cannot be transferred to another document type. Keys as for cosign and model-signing: PEM, elliptic curves
P-256 and P-384 (with SHA-256, SHA-384) and Ed25519.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from pathlib import Path
from typing import Any, Final

from audit.errors import UsageError
from audit.machine import raise_machine_error
from audit.text.visible import visible
from audit.untrusted import MalformedError, items, mapping, read_json, text

PAYLOAD: Final = "application/vnd.in-toto+json"
_INSTALL: Final = "to sign and verify signatures: pip install 'corpus-audit[sign]'"
_KINDS: Final = "a PEM file with a P-256, P-384 or Ed25519 key"
# Maximum bytes of a key file; ours have hundreds.
_LARGEST: Final = 1 << 16


def signed(payload: bytes, key: Path, password: bytes | None = None) -> dict[str, Any]:
    """Return the DSSE envelope of `payload`, signed with the private key in the file `key`.

    Raises UsageError if the key cannot be read or is of another kind, or `cryptography` is not installed.
    """
    private = _private(key, password)
    signature = _sign(private, _authenticated(payload))
    return {
        "payload": base64.b64encode(payload).decode("ascii"),
        "payloadType": PAYLOAD,
        "signatures": [{"keyid": _id_of(private.public_key()), "sig": base64.b64encode(signature).decode("ascii")}],
    }


def opened(envelope: bytes, key: Path) -> bytes:
    """Return the payload of an envelope after verifying a signature with the public key in the file `key`.

    Raises UsageError if it is no envelope, or has no valid signature of this key.
    """
    from cryptography.exceptions import InvalidSignature

    public = _public(key)
    try:
        found = mapping(read_json(envelope))
        payload = base64.b64decode(text(found.get("payload")), validate=True)
        signatures = [text(mapping(each).get("sig")) for each in items(found.get("signatures"))]
        is_ours = found.get("payloadType") == PAYLOAD
        raw = [base64.b64decode(each, validate=True) for each in signatures]
    except (MalformedError, binascii.Error) as error:
        raise UsageError(f"this is not a signed statement ({visible(str(error), 120)}); name an envelope") from error
    for signature in raw if is_ours else ():
        try:
            _check(public, signature, _authenticated(payload))
        except InvalidSignature:
            continue
        return payload
    raise UsageError(
        f"no signature of the statement matches {key}; the statement was changed, or signed with another key"
    )


def _authenticated(payload: bytes) -> bytes:
    """Return the bytes that are signed: the pre-authentication encoding (PAE) of the envelope."""
    kind = PAYLOAD.encode("ascii")
    return b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(payload), payload)


def _private(path: Path, password: bytes | None) -> Any:  # noqa: ANN401 types of a package that may not be there
    key = _loaded("private", path, "private key that can be read with the given password", password)
    return _of_known_kind(key, key.public_key(), path)


def _public(path: Path) -> Any:  # noqa: ANN401 as above
    key = _loaded("public", path, "public key")
    return _of_known_kind(key, key, path)


def _loaded(kind: str, path: Path, wanted: str, *password: bytes | None) -> Any:  # noqa: ANN401 as above
    try:
        from cryptography.exceptions import UnsupportedAlgorithm
        from cryptography.hazmat.primitives import serialization
    except ImportError as error:
        raise UsageError(_INSTALL) from error
    try:
        return getattr(serialization, f"load_pem_{kind}_key")(_read(path), *password)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise UsageError(f"{path} contains no {wanted}; give {_KINDS}") from error


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST)
    except OSError as error:
        raise_machine_error(error, path)
        raise UsageError(f"the key {path} cannot be read: {error.strerror}; name a key file") from error


def _of_known_kind(key: Any, public: Any, path: Path) -> Any:  # noqa: ANN401 as above
    from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, SECP384R1, EllipticCurvePublicKey
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    is_curve = isinstance(public, EllipticCurvePublicKey) and isinstance(public.curve, SECP256R1 | SECP384R1)
    if is_curve or isinstance(public, Ed25519PublicKey):
        return key
    raise UsageError(f"{path} contains a key of another type; give {_KINDS}")


def _algorithm(public: Any) -> tuple[Any, ...]:  # noqa: ANN401 as above
    """Return the extra arguments for signing with the key: none for Ed25519, the hash for a curve."""
    from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP384R1, EllipticCurvePublicKey
    from cryptography.hazmat.primitives.hashes import SHA256, SHA384

    if not isinstance(public, EllipticCurvePublicKey):
        return ()
    return (ECDSA(SHA384() if isinstance(public.curve, SECP384R1) else SHA256()),)


def _sign(private: Any, signed_bytes: bytes) -> bytes:  # noqa: ANN401 as above
    made: bytes = private.sign(signed_bytes, *_algorithm(private.public_key()))
    return made


def _check(public: Any, signature: bytes, signed_bytes: bytes) -> None:  # noqa: ANN401 as above
    public.verify(signature, signed_bytes, *_algorithm(public))


def _id_of(public: Any) -> str:  # noqa: ANN401 as above
    """Return the SHA-256 of the public key in DER, which serves as key id."""
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    return hashlib.sha256(public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).hexdigest()
