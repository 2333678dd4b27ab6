"""Exit codes, in one place: 0 ok, 1 error, 2 usage, 3 not found, 4 invalid input, 5 conflict, 6 not enough data, 130
interrupted.

7: no plan reaches the target, which is an answer and no error.
"""

from twelfth.base import Conflict, InvalidInput, NotEnoughData, NotFound, TwelfthError

OK, ERROR, _USAGE, NOT_FOUND, INVALID_INPUT, CONFLICT, NOT_ENOUGH_DATA, IMPOSSIBLE = range(8)


def exit_code(error: TwelfthError) -> int:
    """The exit code of an error a person caused or met."""
    match error:
        case NotFound():
            return NOT_FOUND
        case InvalidInput():
            return INVALID_INPUT
        case Conflict():
            return CONFLICT
        case NotEnoughData():
            return NOT_ENOUGH_DATA
        case _:
            return ERROR
